"""Words for the party committee of a territory, by its unit: Tỉnh ủy of a tỉnh (province), Thành ủy of a thành phố (city)."""

COMMITTEES = {
    "tỉnh": "Tỉnh ủy",
    "thành phố": "Thành ủy",
    "huyện": "Huyện ủy",
    "quận": "Quận ủy",
    "thị xã": "Thị ủy",
}
UNIT_OF_COMMITTEE = {word: unit for unit, word in COMMITTEES.items()}
