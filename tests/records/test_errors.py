"""The error family: one root, all of it in the docstring's tree, and it travels between processes."""

import inspect
import pickle

import pytest

from eventx import errors

FAMILY = [c for _, c in inspect.getmembers(errors, inspect.isclass) if c.__module__ == "eventx.errors"]


@pytest.mark.parametrize("kind", FAMILY)
def test_every_error_has_the_root_and_stands_in_the_tree(kind):
    """Catching EventxError catches all, and the module's docstring names each."""
    assert issubclass(kind, errors.EventxError)
    assert kind.__name__ in errors.__doc__


@pytest.mark.parametrize(
    "error",
    [
        errors.RecordError("bad", "$.x"),
        errors.ReadError("bad", "f", 3),
        errors.PluginError("bad", "p"),
        errors.PartError("bad", "p", "part", "d"),
        errors.FrameError(("a", "b")),
        errors.ConfigError("bad"),
    ],
)
def test_errors_survive_pickling(error):
    """A fault in a worker process arrives whole."""
    back = pickle.loads(pickle.dumps(error))
    assert type(back) is type(error)
    assert str(back) == str(error)
    assert vars(back) == vars(error)


def test_a_read_error_names_source_and_line():
    """The form that editors can jump to."""
    assert str(errors.ReadError("is wrong", "a.jsonl", 3)) == "a.jsonl:3: is wrong"
    assert str(errors.ReadError("is empty", "a.md")) == "a.md: is empty"
