"""Worker processes: documents in, reports out, in order, with a bounded number under way."""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import Protocol

from eventx.errors import ConfigError
from eventx.records import Document, Failure, Report

_CHUNK = 16  # documents a task: large enough that pickling is small beside the work
_AHEAD = 4  # tasks a worker that may be under way


class Processor(Protocol):
    """What a worker builds once and feeds with documents."""

    def process(self, document: Document) -> Report:
        """The report of one document."""
        ...


_worker: list[Processor] = []  # one entry in a worker process, none in the parent


def _start(build: Callable[[], Processor]) -> None:
    _worker[:] = [build()]


def _work(documents: list[Document]) -> list[Report]:
    return [_worker[0].process(document) for document in documents]


def stream(build: Callable[[], Processor], documents: Iterable[Document], workers: int) -> Iterator[Report]:
    """Exactly one report a document, in order, from ``workers`` processes.

    ``build`` makes the engine in each process and must be picklable; ConfigError otherwise. A worker that
    dies (out of memory, killed) gives a failed report for each document it held.
    """
    try:
        pickle.dumps(build)
    except Exception as error:
        raise ConfigError(
            f"this engine cannot be sent to worker processes ({error}); use workers=1, or plugins that are "
            "installed or importable by name"
        ) from error
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_start, initargs=(build,)) as pool:
        waiting: deque[tuple[list[Document], Future[list[Report]]]] = deque()
        for chunk in _chunks(documents):
            waiting.append((chunk, pool.submit(_work, chunk)))
            if len(waiting) >= _AHEAD * workers:
                yield from _reports(*waiting.popleft())
        while waiting:
            yield from _reports(*waiting.popleft())


def _chunks(documents: Iterable[Document]) -> Iterator[list[Document]]:
    chunk: list[Document] = []
    for document in documents:
        chunk.append(document)
        if len(chunk) == _CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _reports(chunk: list[Document], future: Future[list[Report]]) -> Iterator[Report]:
    try:
        yield from future.result()
    except BrokenProcessPool as error:
        for document in chunk:
            failure = Failure(stage="extract", reason=f"the worker process died: {error}", document=document.id)
            yield Report(document=document, failures=(failure,))
