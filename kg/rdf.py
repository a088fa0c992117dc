"""RDF in and out: the known serialisations, written with stable bytes, read with errors that have an address.

The library writes what it is given, in that order; only the prefixes it declares in an order of its own, which varies
from run to run. They are put in order here, so that equal statements in equal order are equal bytes.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

from pyoxigraph import Quad, RdfFormat, Triple, parse, serialize

from kg.errors import BadParameter, NoSuchPath, RdfSyntaxError
from kg.vocab import PREFIXES, RDF

if TYPE_CHECKING:
    from typing_extensions import Buffer

__all__ = ["FORMS", "Form", "Sink", "form_named", "form_of", "order", "read_rdf", "write_rdf"]


@dataclass(frozen=True, slots=True)
class Form:
    """One serialisation of RDF.

    Attributes:
        name: What the user calls it.
        suffix: Of files, with the dot.
        media_type: Without parameters.
        datasets: Whether it can hold named graphs.
    """

    name: str
    suffix: str
    media_type: str
    datasets: bool
    library: RdfFormat


FORMS: dict[str, Form] = {
    form.name: form
    for form in (
        Form("turtle", ".ttl", "text/turtle", datasets=False, library=RdfFormat.TURTLE),
        Form("ntriples", ".nt", "application/n-triples", datasets=False, library=RdfFormat.N_TRIPLES),
        Form("nquads", ".nq", "application/n-quads", datasets=True, library=RdfFormat.N_QUADS),
        Form("trig", ".trig", "application/trig", datasets=True, library=RdfFormat.TRIG),
        Form("jsonld", ".jsonld", "application/ld+json", datasets=True, library=RdfFormat.JSON_LD),
        Form("rdfxml", ".rdf", "application/rdf+xml", datasets=False, library=RdfFormat.RDF_XML),
    )
}
"""The serialisations by name; Turtle, the first, is the default."""

_SUFFIXES = {form.suffix: form for form in FORMS.values()} | {
    ".turtle": FORMS["turtle"],
    ".json": FORMS["jsonld"],
    ".xml": FORMS["rdfxml"],
    ".owl": FORMS["rdfxml"],
}


def form_named(name: str) -> Form:
    """The serialisation of that name.

    Raises:
        BadParameter: There is none.
    """
    try:
        return FORMS[name]
    except KeyError:
        raise BadParameter(f"There is no RDF format {name!r}.", f"Choose one of {', '.join(FORMS)}.") from None


def form_of(path: Path) -> Form | None:
    """The serialisation that the suffix of a file tells, if it tells one."""
    return _SUFFIXES.get(path.suffix.lower())


def order(statement: Triple | Quad) -> tuple[str, str, bool, str, str]:
    """Sort key of statements: by graph, subject, predicate, object, but the type of a subject first."""
    graph = str(statement.graph_name) if isinstance(statement, Quad) else ""
    predicate = statement.predicate
    return graph, str(statement.subject), predicate != RDF.type, predicate.value, str(statement.object)


def write_rdf(
    statements: Iterable[Triple] | Iterable[Quad], out: IO[bytes], form: Form, *, prefixes: Mapping[str, str] = PREFIXES
) -> None:
    """Writes statements in the order given, without keeping them in memory.

    Args:
        statements: Triples, or for a form that holds named graphs, quads.
        out: Where to.
        form: See :data:`FORMS`.
        prefixes: Declared where the form declares any.
    """
    tidy = _TIDY.get(form.name)
    if tidy is None:
        serialize(statements, out, form.library)
        return
    head = _Head(out, *tidy)
    serialize(statements, head, form.library, prefixes=prefixes)  # type: ignore[arg-type]
    head.end()


def read_rdf(path: Path, form: Form | None = None) -> Iterator[Quad]:
    """The statements of a file.

    Args:
        path: The file.
        form: Its serialisation; by default what its suffix tells, else Turtle.

    Raises:
        NoSuchPath: There is no such file, or it is a folder.
        RdfSyntaxError: It does not parse.
    """
    library = (form or form_of(path) or FORMS["turtle"]).library
    try:
        yield from parse(path=path, format=library, base_iri=path.absolute().as_uri())
    except FileNotFoundError:
        raise NoSuchPath(f"There is no file {path}.", "Check the spelling of the path.") from None
    except IsADirectoryError:
        raise NoSuchPath(f"{path} is a folder.", "Name a file in it.") from None
    except SyntaxError as error:
        where = f"{path}, line {error.lineno}" if error.lineno else str(path)
        raise RdfSyntaxError(f"{where}: {error.msg}.", f"Check that it is {library.name}.") from error


class _Head:
    """A binary file that puts the declarations at the beginning of what is written into order.

    Args:
        out: Where it goes.
        complete: From what has been written so far, the length of the head; 0 while it is not complete.
        arrange: Puts a complete head into order.
    """

    def __init__(self, out: IO[bytes], complete: Callable[[bytes], int], arrange: Callable[[bytes], bytes]) -> None:
        self._out = out
        self._complete = complete
        self._arrange = arrange
        self._waiting: bytes | None = b""

    def write(self, data: bytes) -> int:
        if self._waiting is None:
            self._out.write(data)
            return len(data)
        self._waiting += data
        length = self._complete(self._waiting)
        if length:
            self._release(length)
        return len(data)

    def flush(self) -> None:
        self._out.flush()

    def end(self) -> None:
        """Writes a document that consists of a head alone."""
        if self._waiting is not None:
            self._release(len(self._waiting))

    def _release(self, length: int) -> None:
        waiting, self._waiting = self._waiting or b"", None
        self._out.write(self._arrange(waiting[:length]) + waiting[length:])


def _prefix_lines_end(text: bytes) -> int:
    position = 0
    while (end := text.find(b"\n", position)) >= 0:
        if not text.startswith(b"@prefix", position):
            return position
        position = end + 1
    return 0


def _arrange_prefix_lines(head: bytes) -> bytes:
    return b"".join(sorted(head.splitlines(keepends=True)))


def _root_element_end(text: bytes) -> int:
    start = text.find(b"<rdf:RDF")
    return text.find(b">", start) + 1 if start >= 0 else 0


def _arrange_root_element(head: bytes) -> bytes:
    before, tag, attributes = head.partition(b"<rdf:RDF")
    if not tag:
        return head
    names = sorted(attributes.rstrip(b"/>").split())
    return before + tag + b"".join(b"\n\t" + name for name in names) + attributes[len(attributes.rstrip(b"/>")) :]


_TIDY = {
    "turtle": (_prefix_lines_end, _arrange_prefix_lines),
    "trig": (_prefix_lines_end, _arrange_prefix_lines),
    "rdfxml": (_root_element_end, _arrange_root_element),
}


class Sink(io.RawIOBase):
    """A binary file that hands what is written to a function; for who writes RDF to what is no file.

    Args:
        take: Is given the bytes.
    """

    def __init__(self, take: Callable[[bytes], object]) -> None:
        self._take = take

    def writable(self) -> bool:
        """It can be written to."""
        return True

    def write(self, data: Buffer) -> int:
        """Hands it on."""
        copy = bytes(data)
        self._take(copy)
        return len(copy)
