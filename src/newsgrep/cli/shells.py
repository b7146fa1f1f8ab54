"""Completion in bash, zsh and fish: the scripts that they load, and what these are answered.

Typer's own scripts offer the files of the folder wherever nothing else fits. These offer what
newsgrep says and nothing beside it: it names files where files are wanted. The answer is a value a
line, which no shell evaluates.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from typing import Any

import typer
from typer import _completion_shared as typers
from typer._click.shell_completion import (
    CompletionItem,
    ShellComplete,
    add_completion_class,
    split_arg_string,
)

BASH = r"""
%(complete_func)s() {
    local IFS=$'\n' line=${COMP_LINE:0:COMP_POINT} word
    COMPREPLY=($(env _TYPER_COMPLETE_ARGS="$line" %(autocomplete_var)s=complete_bashlines "$1"))
    # bash takes a : for the end of a word: what stands before it must not be given again.
    word=${COMP_WORDS[COMP_CWORD]}
    if [[ $word != [\"\']* && $COMP_WORDBREAKS == *:* && ${line##* } == *:* ]]; then
        local prefix=${line##* }
        prefix=${prefix%%"${prefix##*:}"}
        COMPREPLY=("${COMPREPLY[@]#"$prefix"}")
    fi
    if [[ ${#COMPREPLY[@]} == 1 && ${COMPREPLY[0]} == *[/:,] ]]; then
        compopt -o nospace 2>/dev/null
    fi
    return 0
}

complete -F %(complete_func)s %(prog_name)s
"""

ZSH = r"""
#compdef %(prog_name)s

%(complete_func)s() {
    local -a offered open
    offered=(${(f)"$(env _TYPER_COMPLETE_ARGS="${words[1,$CURRENT]}" \
        %(autocomplete_var)s=complete_zshlines ${words[1]})"})
    open=(${(M)offered:#*[/:,]})
    offered=(${offered:#*[/:,]})
    (( $#open )) && compadd -U -S '' -- $open
    (( $#offered )) && compadd -U -- $offered
    return 0
}

compdef %(complete_func)s %(prog_name)s
"""

FISH = (
    "complete --command %(prog_name)s --no-files --arguments"
    ' "(env %(autocomplete_var)s=complete_fishlines'
    ' _TYPER_COMPLETE_ARGS=(commandline -cp) %(prog_name)s)"'
)

SCRIPTS = {"bash": BASH, "zsh": ZSH, "fish": FISH}


class Lines(ShellComplete):
    """Answers with a value a line, and in fish what it is behind a tab."""

    name = "lines"
    source_template = ""

    def source_vars(self) -> dict[str, Any]:
        """Nothing: the scripts are shown by Typer."""
        return {}

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one that is typed, and that one."""
        line = os.environ.get("_TYPER_COMPLETE_ARGS", "")
        words = split_arg_string(line)[1:]
        if not words or (line.endswith(" ") and not is_open(line)):
            return words, ""
        return words[:-1], words[-1]

    def format_completion(self, item: CompletionItem) -> str:
        """One line; text that stands over several would be several values."""
        return " ".join(str(item.value).split("\n"))

    def complete(self) -> str:
        """All lines."""
        args, incomplete = self.get_completion_args()
        return "\n".join(map(self.format_completion, self.get_completions(args, incomplete)))


class FishLines(Lines):
    """The same with a word on each."""

    name = "fishlines"

    def format_completion(self, item: CompletionItem) -> str:
        """The value, a tab, and the first line of its help."""
        help_text = " ".join((item.help or "").split())
        value = super().format_completion(item)
        return f"{value}\t{help_text}" if help_text else value


def answering(app: typer.Typer) -> Callable[..., object]:
    """The command line of ``app``, which shows and installs these scripts, and answers them."""
    typers._completion_scripts.update(SCRIPTS)
    command = typer.main.get_command(app)
    for name, kind in (("bashlines", Lines), ("zshlines", Lines), ("fishlines", FishLines)):
        add_completion_class(kind, name)
    return command


_OPEN = re.compile(r"\\.|'[^']*'|\"(?:\\.|[^\"\\])*\"", re.DOTALL)


def is_open(line: str) -> bool:
    """Whether a quotation mark of ``line`` is not closed."""
    return "'" in (rest := _OPEN.sub("", line)) or '"' in rest
