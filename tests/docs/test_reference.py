"""The reference is complete: hooks with their arguments, public names, event fields, columns, kinds of errors."""

import inspect
import re

import pytest
from pages import ROOT

import eventx
from eventx import errors, exporters, frames, readers, resolve, testing
from eventx.hooks import specs
from eventx.hooks.conduct import HOOKS, WATCHERS

REFERENCE = ROOT / "docs" / "reference"
PACKAGES = {
    "eventx": eventx,
    "eventx.resolve": resolve,
    "eventx.readers": readers,
    "eventx.exporters": exporters,
    "eventx.frames": frames,
    "eventx.testing": testing,
}
CONSTANTS = {"READERS", "EXPORTERS", "COLUMNS", "STATUS_OF", "hookimpl"}


def text_of(name):
    return (REFERENCE / name).read_text(encoding="utf-8")


def public():
    for package, module in PACKAGES.items():
        for name in module.__all__:
            yield f"{package}.{name}", getattr(module, name)


def test_every_hook_is_documented_with_its_arguments():
    """A heading for each hook spec, in the form of its call; none for a hook that there is not."""
    found = {
        name: f"{name}({', '.join(inspect.signature(value).parameters)})"
        for name, value in vars(specs).items()
        if name.startswith("eventx_") and inspect.isfunction(value)
    }
    assert set(found) == {*HOOKS, *WATCHERS}
    headings = re.findall(r"^## (eventx_\w+\(.*\))$", text_of("hooks.md"), re.MULTILINE)
    assert sorted(headings) == sorted(found.values())


def test_the_public_names_and_the_page_of_the_api_are_the_same():
    """A name cannot become public, or vanish, by accident."""
    written = re.findall(
        r"^\.\. (?:autofunction|autoclass|autoexception|py:function|py:data):: (\S+)", text_of("api.md"), re.MULTILINE
    )
    assert sorted(written) == sorted(name for name, _ in public())


@pytest.mark.parametrize(("name", "value"), [pair for pair in public() if pair[0].split(".")[-1] not in CONSTANTS])
def test_every_public_name_has_a_docstring_of_its_own(name, value):
    """And so has every public method and property of a class."""
    assert value.__doc__, name
    assert not inspect.isclass(value) or value.__doc__ not in {b.__doc__ for b in value.__mro__[1:]}, name
    members = vars(value) if inspect.isclass(value) else {}
    for member, made in members.items():
        if not member.startswith("_") and (inspect.isfunction(made) or isinstance(made, (property, classmethod))):
            protocol = getattr(value, "_is_protocol", False)
            assert protocol or inspect.getdoc(made), f"{name}.{member}"


def test_the_public_list_is_what_the_package_exposes():
    """Nothing without an underscore is there besides the list, the subpackages and what Python adds."""
    known = {*eventx.__all__, "annotations", "TYPE_CHECKING", "Any"}
    modules = {name for name, value in vars(eventx).items() if inspect.ismodule(value)}
    assert {name for name in vars(eventx) if not name.startswith("_")} - modules <= known
    assert all(hasattr(eventx, name) for name in eventx.__all__)
    assert list(eventx.__all__) == sorted(eventx.__all__)


def test_every_field_of_an_event_is_in_the_reference():
    """The table of fields, and the tables of their parts."""
    page = text_of("events.md")
    schema = eventx.json_schema()
    for shape in (schema, *schema["$defs"].values()):
        for field in shape["properties"]:
            assert f"`{field}`" in page, field
    for kind in (eventx.Status, eventx.Role, eventx.Sector, eventx.Precision, eventx.Basis, eventx.PlacePrecision):
        for word in kind:
            assert re.search(rf"\b{word.value}\b", page), word


def test_every_error_is_in_the_reference():
    """The whole family."""
    family = [c for _, c in inspect.getmembers(errors, inspect.isclass) if c.__module__ == "eventx.errors"]
    for kind in family:
        assert f".. autoexception:: eventx.{kind.__name__}" in text_of("api.md")
        assert kind.__doc__


def test_every_page_is_in_a_table_of_contents():
    """And each link to another page of ours leads somewhere (the build checks anchors)."""
    for folder in ("tutorial", "how-to", "reference", "explanation"):
        index = (ROOT / "docs" / folder / "index.md").read_text(encoding="utf-8")
        for path in (ROOT / "docs" / folder).glob("*.md"):
            assert path.stem == "index" or re.search(rf"^{path.stem}$", index, re.MULTILINE), path
    for path in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\((?!https?:|#)([^)#\s]+)", path.read_text(encoding="utf-8")):
            assert (path.parent / target).exists(), f"{path}: {target}"
