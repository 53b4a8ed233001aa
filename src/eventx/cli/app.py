"""The command group: built-in commands load when they are called, plugins' commands when one is asked for."""

from __future__ import annotations

import logging
import signal
import sys
import threading
from difflib import get_close_matches
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

import click

from eventx.cli.output import close_quietly, complain, prints_aside, utf8_streams
from eventx.errors import EventxError, describe, raised_at

if TYPE_CHECKING:
    from eventx.hooks.host import Made

# Command -> the module that holds it, its object there, and its line in the help.
COMMANDS: Final = {
    "check": ("check", "check", "Run a plugin's examples and contract checks."),
    "explain": ("explain", "explain", "Show what fired, sentence by sentence, and why."),
    "extract": ("extract", "extract", "Extract the events of articles."),
    "harvest": ("harvest", "harvest", "List what political actors do that no frame claims."),
    "merge": ("merge", "merge", "Merge the reports of several articles."),
    "new-plugin": ("new_plugin", "new_plugin", "Write a small installable plugin."),
    "plugins": ("plugins", "plugins", "List plugins, their parts, their order and their faults."),
    "schema": ("schema", "schema", "Print the JSON Schema of events."),
}


class Commands(click.Group):
    """A group whose commands are imported one at a time.

    Plugins are asked for their commands (hook ``eventx_commands``) only when the help is shown or a command is
    none of ours; a built-in command cannot be replaced.
    """

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command. That the reader of our output has gone ("eventx extract ... | head") is no failure."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            close_quietly()
            return 0
        except (click.ClickException, click.Abort, click.exceptions.Exit, EventxError):
            raise
        except Exception as error:
            from eventx.hooks.host import package_of

            made = getattr(self, "_owners", {}).get(ctx.invoked_subcommand)
            if made is None:
                raise
            told = f"plugin {made.plugin.name}: the command {ctx.invoked_subcommand!r} raised {describe(error)}"
            at = raised_at(error, package_of(made.part))
            raise click.ClickException(f"{told} (at {at})" if at else told) from error

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, those of plugins too."""
        self._ask_plugins()
        return sorted({*COMMANDS, *self.commands})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name."""
        if cmd_name in COMMANDS:
            module, name, _ = COMMANDS[cmd_name]
            command: click.Command = getattr(import_module(f"eventx.cli.{module}"), name)
            return command
        self._ask_plugins()
        return self.commands.get(cmd_name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that was asked for. Raises UsageError with the nearest one, or with all."""
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            near = get_close_matches(args[0], self.list_commands(ctx), 1)
            hint = f"did you mean {near[0]}?" if near else f"there are: {', '.join(self.list_commands(ctx))}"
            raise click.UsageError(f"no command is called {args[0]!r}; {hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands in the help, without importing ours."""
        self._ask_plugins()
        rows = {name: told for name, (_, _, told) in COMMANDS.items()}
        rows |= {name: c.get_short_help_str() for name, c in self.commands.items() if name not in rows}
        with formatter.section("Commands"):
            formatter.write_dl(sorted(rows.items()))

    def _ask_plugins(self) -> None:
        if getattr(self, "_asked", False):
            return
        self._asked = True
        from eventx.hooks.host import PluginHost

        host = PluginHost()
        self._owners: dict[str | None, Made] = {}
        with prints_aside():
            host.discover()
            for made in host.commands():
                try:
                    made.part(group=self)
                    self._owners |= dict.fromkeys(self.commands.keys() - self._owners.keys(), made)
                except KeyboardInterrupt:
                    raise
                except BaseException as error:  # a plugin's command must not cost the others
                    complain(f"plugin {made.plugin.name}: eventx_commands raised {describe(error)}")


def _show_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        click.echo(f"eventx {version('eventx')}")
        ctx.exit()


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version, help="Show the version."
)
def group() -> None:
    """Normalized event records from news text.

    Data goes to standard output, faults and notes to standard error. Exit codes: 0 fine, 1 some document
    failed, 2 wrong usage.
    """


def _stop(*_: object) -> None:
    """End as at Ctrl-C when the process is asked to: half a file is removed, and worker processes end."""
    raise KeyboardInterrupt


def run(args: list[str] | None = None) -> Any:
    """Run the command line and leave the process with its exit code."""
    utf8_streams()
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, _stop)
    logging.getLogger().addHandler(logging.NullHandler())  # other libraries' log lines are not our faults
    try:
        code = group.main(args=args, prog_name="eventx", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except click.Abort:
        complain("stopped")
        code = 130
    except BrokenPipeError:  # on the last flush
        close_quietly()
        code = 0
    except EventxError as error:
        complain(str(error))
        code = 1
    except OSError as error:  # a full disk under standard output
        close_quietly()
        complain(f"the output cannot be written: {error.strerror or error}")
        code = 1
    sys.exit(code if isinstance(code, int) else 0)
