"""Patterns that give a person a role in an event: chair, speaker, presenter, attendee, recipient.

Slots of the skeletons: ``<P0>`` a person, ``<T0>`` a post, ``<B0>`` a body, ``<E0>`` an event.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from vankien.extractors.statements.events.participant_words import (
    AFTER,
    ALSO,
    AT,
    EVENT,
    FILL,
    FOR,
    ONE,
    PRESENT,
    SPEECH,
    WHO,
    pattern,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern that gives the person ``p`` a role in the event ``e``, or in the main event without one.

    ``cues``: one of them must stand in the sentence (looking is cheaper than matching); ``kinds``: of the
    main events it speaks of (any, if empty).
    """

    name: str
    role: str
    cues: tuple[str, ...]
    pattern: re.Pattern[str]
    kinds: tuple[str, ...] = ()


NAMED = (
    Rule("chủ trì", "chair", ("chủ trì",), pattern(
        rf"{ONE}{AFTER}{ALSO}(?:[^<>.;:]{{0,30}}\s)?(?:đồng\s)?chủ\strì(?:,\s|\svà\s|\s)(?:[^<>.;:]{{0,30}}\s)?{EVENT}")),
    Rule("chủ trì sự kiện", "chair", ("hủ trì",), pattern(
        rf"\A\W*[Cc]hủ\strì\s{EVENT}[^.;:]{{0,90}}?,\s{FOR}{WHO}")),
    Rule("dưới sự chủ trì của", "chair", ("dưới sự",), pattern(
        rf"{EVENT}[^.;]{{0,60}}?dưới\ssự\s(?:chủ\strì|điều\shành|chủ\stọa)\scủa\s{WHO}")),
    Rule("dưới sự chủ trì của", "chair", ("dưới sự",), pattern(
        rf"dưới\ssự\s(?:chủ\strì|điều\shành|chủ\stọa)\scủa\s{WHO}{AFTER}[^.;<>]{{0,40}}(?:<B\d+>[^.;<>]{{0,60}})*{EVENT}")),
    Rule("do … chủ trì", "chair", ("chủ trì",), pattern(
        rf"{EVENT}[^.;]{{0,60}}?\sdo\s{WHO}{AFTER}\s*,?\schủ\strì")),
    Rule("điều hành", "chair", ("điều hành", "điều khiển"), pattern(
        rf"{ONE}{AFTER}{ALSO}(?:điều\shành|điều\skhiển)\s(?:[^<>.;:]{{0,30}}\s)?{EVENT}")),
    Rule("bài phát biểu của", "speaker", ("hát biểu ", "am luận "), pattern(
        rf"(?:[Pp]hát\sbiểu|[Tt]ham\sluận)(?:\s[^\W\d_]+){{0,3}}?\scủa\s{WHO}{AFTER}\s(?:tại|trong)\s{EVENT}")),
    Rule("khai mạc, bế mạc", "speaker", ("khai mạc", "bế mạc", "kết luận"), pattern(
        rf"{ONE}{AFTER}{ALSO}(?:khai\smạc|bế\smạc|kết\sluận)\s(?:tại\s)?{EVENT}")),
    Rule("ảnh: tại", "attendee", (" tại ",), pattern(
        rf"\A\W*(?:[Ảả]nh:?\s|\((?:[^()]*)\)\s)?{WHO}{AFTER}\stại\s{EVENT}\W*(?:\Z|(?:\(|\s)[Ảả]nh)")),
    Rule("phát biểu tại", "speaker", (
        "hai mạc", "hia sẻ", "hát biểu", "hảo luận", "ham luận", "rao đổi", "rả lời", "ế mạc", "ết luận"), pattern(
        rf"""(?:[Pp]hát\sbiểu|[Tt]hảo\sluận|[Tt]ham\sluận|[Kk]ết\sluận|[Kk]hai\smạc|[Bb]ế\smạc|[Tt]rao\sđổi|[Cc]hia\ssẻ|[Tt]rả\slời)
        (?:\s[^<>.;:,]{{0,40}})?\s{EVENT}(?:[^<>.;:]|<[BD]\d+>){{0,100}}?,\s{FOR}{WHO}""")),
    Rule("phát biểu", "speaker", ("phát biểu",), pattern(
        rf"{ONE}{AFTER}{ALSO}(?:dự(?:,|\svà)\s|chủ\strì(?:,|\svà)\s)?phát\sbiểu(?:\s[^<>.;:,]{{0,40}})?\s{EVENT}")),
    Rule("tại sự kiện", "speaker", ("ại ", "rong "), pattern(
        rf"{AT}{EVENT}{FILL},\s{FOR}{WHO}{AFTER}{ALSO}{SPEECH}(?!\w)")),
    Rule("nói tại", "speaker", ("tại ",), pattern(
        rf"{ONE}{AFTER}{ALSO}{SPEECH}\s[^<>.;:]{{0,40}}?tại\s{EVENT}")),
    Rule("trình bày", "presenter", ("ại ", "rong "), pattern(
        rf"{AT}{EVENT}{FILL},\s{FOR}{WHO}{AFTER}{ALSO}{PRESENT}(?!\w)")),
    Rule("nghe trình bày", "presenter", ("nghe ",), pattern(
        rf"{EVENT}[^.;:<>]{{0,40}}?nghe\s{WHO}{AFTER}{ALSO}{PRESENT}(?!\w)")),
    Rule("dự", "attendee", ("dự", "chứng kiến", "tham gia"), pattern(
        rf"{ONE}{AFTER}{ALSO}(?:(?:tới|đến|về|đã\sđến|đã\stới)\s)?(?:dự|tham\s(?:dự|gia)|chứng\skiến)(?:(?:,|\svà)\s[^<>.;:]{{2,40}}?)?\s{EVENT}")),
    Rule("khách mời", "attendee", ("khách mời",), pattern(
        rf"{ONE}{AFTER}\s*,?\s(?:cũng\s)?là\s(?:đại\sbiểu\s)?khách\smời\s(?:danh\sdự\s)?(?:của|tại|dự)\s{EVENT}")),
    Rule("có sự tham dự của", "attendee", ("có sự ",), pattern(
        rf"{EVENT}[^.;:<>]{{0,30}}?\scó\ssự\s(?:tham\sdự|tham\sgia|hiện\sdiện|có\smặt)\scủa\s{WHO}")),
)  # fmt: skip
"""Roles in an event that the sentence names."""

UNNAMED = (
    Rule("chú thích ảnh", "speaker", ("phát biểu",), pattern(
        rf"""\A\W*{WHO}{AFTER},?\s(?:dự\svà\s)?phát\sbiểu
        (?:\s(?:chỉ\sđạo|khai\smạc|kết\sluận|ý\skiến|bế\smạc))*\s*\.?\s*\Z""")),
    Rule("phát biểu tại đây", "speaker", ("hát biểu", "ại đây"), pattern(
        rf"""(?<!\w)(?:Phát\sbiểu(?!\s(?:với|trước|trên|tại(?!\sđây|\ssự)|về|trong|sau|khi|của))
        (?:\s[^<>.;:,]{{0,40}}?)?(?:\stại\s(?:đây|sự\skiện))?|Tại\sđây),\s{FOR}{WHO}{AFTER}{ALSO}{SPEECH}(?!\w)""")),
    Rule("thay mặt … phát biểu", "speaker", ("hay mặt",), pattern(
        rf"\A\W*[Tt]hay\smặt\s[^.;:]{{2,120}}?,\s{WHO}{AFTER}{ALSO}(?:có\sbài\s)?phát\sbiểu(?!\w)"),
        ("ceremony", "conference", "congress", "meeting", "plenum")),
    Rule("chủ trì", "chair", ("chủ trì",), pattern(
        rf"{ONE}{AFTER}{ALSO}(?:đồng\s)?chủ\strì\s*[.]?\s*\Z"), ("conference", "meeting", "plenum", "ceremony")),
    Rule("đến dự", "attendee", (" dự",), pattern(
        rf"{ONE}{AFTER}{ALSO}(?:(?:tới|đến|về)\s|tham\s)?dự(?:(?:,|\svà)\s(?:phát\sbiểu|chỉ\sđạo|chủ\strì)[^<>.;:,]{{0,30}})?\s*[.]?\s*\Z")),
    Rule("dự tại điểm cầu", "attendee", ("điểm cầu",), pattern(
        rf"{ONE}{AFTER}{ALSO}(?:tham\s)?dự\stại\sđiểm\scầu")),
    Rule("truyền đạt", "presenter", (
        "báo cáo", "giới thiệu", "quán triệt", "trình bày", "truyền đạt"), pattern(
        rf"""{ONE}{AFTER}{ALSO}(?:truyền\sđạt|quán\striệt|trình\sbày|báo\scáo|giới\sthiệu)\s
        (?:chuyên\sđề|báo\scáo|"|(?:các\s|những\s)?nội\sdung|nghị\squyết|<D\d+>)"""), ("conference", "plenum")),
    Rule("trình bày báo cáo", "presenter", ("trình bày", "đọc "), pattern(
        rf"""{ONE}{AFTER}{ALSO}(?:trình\sbày|đọc)\s(?:tóm\stắt\s|dự\sthảo\s|các\s)*
        (?:[Bb]áo\scáo|[Tt]ờ\strình|[Đđ]ề\sán|[Tt]ham\sluận|chương\strình\slàm\sviệc|diễn\svăn|[Qq]uyết\sđịnh)"""),
        ("ceremony", "conference", "congress", "meeting", "plenum", "anniversary")),
    Rule("do … trình bày", "presenter", ("trình bày",), pattern(
        rf"\sdo\s{WHO}{AFTER}\s*,?\strình\sbày"), ("conference", "congress", "plenum", "meeting")),
    Rule("trực tiếp quán triệt", "presenter", ("rực tiếp",), pattern(
        rf"""\A\W*[Tt]rực\stiếp\s(?:quán\striệt|truyền\sđạt|giới\sthiệu|phổ\sbiến|trình\sbày|báo\scáo)
        (?:,\s(?:quán\striệt|truyền\sđạt|phổ\sbiến))?\s[^.;:<>]{{2,90}}?(?:<D\d+>[^.;:<>]{{0,60}}?)*,\s{WHO}"""),
        ("conference", "plenum")),
    Rule("báo cáo", "presenter", ("áo cáo",), pattern(
        rf"\A\W*(?:[Bb]áo\scáo|[Tt]rình\sbày(?:\stóm\stắt)?(?:\sdự\sthảo)?\s(?:[Bb]áo\scáo|tham\sluận))\s[^<>.;:]{{4,120}}?(?:<[BD]\d+>)?[^<>.;:]{{0,60}}?,\s{FOR}{WHO}"),
        ("conference", "congress", "meeting", "plenum", "visit")),
    Rule("được … công bố", "presenter", ("công bố", "trao"), pattern(
        rf"được\s{WHO}{AFTER}\s(?:công\sbố|trao)(?!\w)"), ("ceremony",)),
    Rule("công bố quyết định", "presenter", ("công bố", "trao", "tặng"), pattern(
        rf"""{ONE}{AFTER}{ALSO}(?:công\sbố|trao|trao\stặng|tặng|truy\stặng)(?:\s(?:và\strao|các))?\s
        (?:<D\d+>|[Qq]uyết\sđịnh|[Hh]uy\shiệu|[Hh]uân\schương|[Bb]ằng\skhen|[Gg]iấy\skhen|[Dd]anh\shiệu|[Kk]ỷ\sniệm\schương|[Gg]iải(?!\s(?:pháp|đáp))|[Cc]úp|[Cc]ờ\s)"""),
        ("ceremony",)),
    Rule("nhận nhiệm vụ", "recipient", ("nhận nhiệm vụ", "nhậm chức", "nhận quyết định"), pattern(
        rf"[Pp]hát\sbiểu\s(?:nhận\snhiệm\svụ|nhậm\schức|sau\skhi\snhận\squyết\sđịnh)(?:[^<>.;:]|<[TB]\d+>){{0,60}},\s{WHO}"),
        ("ceremony",)),
    Rule("nhận", "recipient", (" nhận ", "được trao", "được tặng"), pattern(
        rf"""{ONE}{AFTER}{ALSO}(?:vinh\sdự\s)?(?:(?:đón\s|được\s)?nhận|được\s(?:trao(?:\stặng)?|tặng(?:\sthưởng)?))\s
        (?:[Qq]uyết\sđịnh|[Hh]uy\shiệu|[Hh]uân\schương|[Bb]ằng\skhen|[Gg]iấy\skhen|[Dd]anh\shiệu|[Kk]ỷ\sniệm\schương)"""),
        ("ceremony",)),
    Rule("nhận nhiệm vụ", "recipient", ("nhận nhiệm vụ", "nhậm chức"), pattern(
        rf"{ONE}{AFTER}[^<>.;:]{{0,20}}\sphát\sbiểu\s(?:nhận\snhiệm\svụ|nhậm\schức)"), ("ceremony",)),
)  # fmt: skip
"""Roles in the main event that the sentence leaves unnamed."""
