"""How fast extraction is beside two yardsticks, measured in the same run on the same articles.

    python bench/throughput.py [SOURCE...] [--articles N]

Yardsticks: the bare tokenizer of ``spacy.blank("vi")`` without pyvi (what any spaCy pipeline pays at
least), and the named entity recogniser of underthesea (what people use for Vietnamese today; not a
dependency, left out when it is not installed). Seconds say more about the machine than about the
code, so only ratios of text read per second are reported, and the peak of memory of each process.
Every contender runs alone in a fresh process, one core, after reading one article to warm up.
"""

from __future__ import annotations

import argparse
import importlib.util
import resource
import sys
import time
from collections.abc import Callable
from itertools import islice
from multiprocessing.connection import Connection
from typing import Any

from alone import run_alone

from vankien.extractors import extract, read
from vankien.ontology.nouns import Article

Work = Callable[[Article], Any]


def vankien() -> Work:
    """The whole extraction of one article."""
    return lambda article: list(extract([article]))


def spacy_tokenizer() -> Work:
    """Blank Vietnamese pipeline that splits on white space: no word segmentation, no components."""
    import spacy

    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"use_pyvi": False}}})
    return lambda article: nlp(article.text)


def underthesea_ner() -> Work:
    """Word segmentation, tags and names by underthesea's models."""
    from underthesea import ner

    return lambda article: ner(article.text)


CONTENDERS: dict[str, tuple[str, Callable[[], Work]]] = {
    "vankien": ("vankien", vankien),
    "spaCy's blank tokenizer": ("spacy", spacy_tokenizer),
    "underthesea's NER": ("underthesea", underthesea_ner),
}


def measure(name: str, articles: list[Article], answer: Connection) -> None:
    """Run one contender in this process; answers kB of UTF-8 text per second and the peak of memory in MB."""
    work = CONTENDERS[name][1]()
    work(articles[0])
    began = time.perf_counter()
    for article in articles:
        work(article)
    seconds = time.perf_counter() - began
    size = sum(len(article.text.encode("utf-8", "replace")) for article in articles) / 1000
    unit = 1024**2 if sys.platform == "darwin" else 1024  # getrusage: bytes there, kibibytes elsewhere
    answer.send((size / seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit))


def main() -> None:
    """Measure and print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("sources", nargs="*", default=["examples"], help="what to read (default: examples)")
    parser.add_argument("--articles", type=int, default=40, help="read at most so many (default: 40)")
    options = parser.parse_args()
    articles = list(islice((a for a in read(options.sources) if isinstance(a, Article)), options.articles))
    if not articles:
        sys.exit(f"no article in {' '.join(options.sources)}")
    speed, peak = run_alone(measure, "vankien", articles)
    print(f"{len(articles)} articles, one core each; vankien's peak of memory: {peak:.0f} MB")
    for name, (module, _) in CONTENDERS.items():
        if name == "vankien":
            continue
        if importlib.util.find_spec(module) is None:
            print(f"{name}: not measured, {module} is not installed here (pip install {module})")
            continue
        other, memory = run_alone(measure, name, articles)
        print(f"{name}: vankien reads {speed / other:.3g} times as much text a second, in {peak / memory:.2g} times its memory")


if __name__ == "__main__":
    main()
