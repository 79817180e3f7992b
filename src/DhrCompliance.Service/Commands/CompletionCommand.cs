using System.CommandLine;

namespace DhrCompliance.Service.Commands;

/// <summary><c>dhr completion</c>: a script by which a shell completes commands, options and their fixed words.</summary>
internal static class CompletionCommand
{
    /// <summary>The program itself answers, so that a script never lags behind it. It knows no reference: case references stay in the register.</summary>
    private const string Bash = """
        # dhr: completion for bash. Put this into ~/.bashrc: eval "$(dhr completion bash)"
        _dhr_complete() {
            local IFS=$'\n'
            COMPREPLY=($(compgen -W "$(dhr "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
            [ ${#COMPREPLY[@]} -gt 0 ] || compopt -o default
        }
        complete -F _dhr_complete dhr
        """;

    private const string Zsh = """
        # dhr: completion for zsh. Put this into ~/.zshrc, after compinit: eval "$(dhr completion zsh)"
        _dhr_complete() {
            local -a found
            found=("${(@f)$(dhr "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
            if [[ -n "${found[1]}" ]]; then compadd -a found; else _files; fi
        }
        compdef _dhr_complete dhr
        """;

    private const string Fish = """
        # dhr: completion for fish. Save as ~/.config/fish/completions/dhr.fish: dhr completion fish > ~/.config/fish/completions/dhr.fish
        function __dhr_complete
            set -l line (commandline -cp)
            dhr "[suggest:"(string length -- $line)"]" "$line" 2>/dev/null
        end
        complete -c dhr -a '(__dhr_complete)'
        """;

    private const string PowerShell = """
        # dhr: completion for PowerShell. Put this into your profile: dhr completion pwsh | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName dhr -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            dhr "[suggest:$cursorPosition]" "$commandAst" 2>$null | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }
        """;

    public static Command Create(Invocation invocation)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or pwsh" };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish", "pwsh");
        var command = new Command("completion", """
            Prints a script by which a shell completes commands, item kinds, options and their fixed words; its first line says where to put it.
            Case references are not completed: they would stand in the history of a shell and on a screen unasked.

            Examples:
              dhr completion bash
              dhr completion fish
            """)
        {
            shell,
        };
        command.SetAction(parsed =>
        {
            invocation.Output.Write((parsed.GetValue(shell) switch
            {
                "bash" => Bash,
                "zsh" => Zsh,
                "fish" => Fish,
                _ => PowerShell,
            }).ReplaceLineEndings("\n") + "\n");
            return ExitCode.Done;
        });
        return command;
    }
}
