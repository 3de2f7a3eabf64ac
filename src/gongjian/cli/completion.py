"""`gongjian completion`: the script that lets a shell complete commands, options and their values."""

import click

from gongjian.cli import codes
from gongjian.cli.chinese import command as chinese_command

SHELLS = ("bash", "zsh", "fish")

EXAMPLES = """
gongjian completion bash > ~/.local/share/bash-completion/completions/gongjian
gongjian completion zsh > ~/.zfunc/_gongjian   先在 ~/.zshrc 里写 fpath+=~/.zfunc; autoload -Uz compinit && compinit
gongjian completion fish > ~/.config/fish/completions/gongjian.fish
eval "$(gongjian completion bash)"             只在这个窗口里试一试
"""


@chinese_command("completion", EXAMPLES)
@click.argument("shell", type=click.Choice(SHELLS), metavar="[bash|zsh|fish]")
def command(shell: str) -> int:
    """打印命令补全的脚本：按 Tab 补全命令、选项、规则、政策包、文种、文件。

    \b
    存好以后开一个新窗口就能用。bash 要 4.4 以上。
    """
    from click.shell_completion import ShellComplete, get_completion_class

    from gongjian.cli.program import program

    chosen = get_completion_class(shell)
    assert chosen is not None
    completion = chosen(program, {}, "gongjian", "_GONGJIAN_COMPLETE")
    click.echo(ShellComplete.source(completion))  # of bash it would also run bash, to ask for its version
    return codes.FINE
