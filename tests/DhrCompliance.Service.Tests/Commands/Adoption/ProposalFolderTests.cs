using DhrCompliance.Service.Commands;
using static DhrCompliance.Service.Tests.Commands.Adoption.RulesOf;

namespace DhrCompliance.Service.Tests.Commands.Adoption;

/// <summary>Changes that somebody without a terminal puts into a folder: a page answers beside them.</summary>
public sealed class ProposalFolderTests : IDisposable
{
    private const string Answer = "proposals/shorter/answer.html";

    private readonly TestProgram _program = new();

    public ProposalFolderTests()
    {
        _program.Run("demo", "--quiet").Code.ShouldBe(ExitCode.Done);
        Directory.CreateDirectory(_program.Path("data"));
        File.Move(_program.Path("demo/register.db"), _program.Path("data/register.db"));
        Directory.CreateDirectory(_program.Path("proposals"));
    }

    private static string Shipped => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "rules", Guidance));

    public void Dispose() => _program.Dispose();

    [Fact]
    public void A_file_alone_is_laid_over_the_rules_in_force_and_answered_with_what_it_does()
    {
        Put("guidance-2016.yaml", Shipped.Replace("title: Decide whether to hold a review", "title: Decide on a <b>review</b>", StringComparison.Ordinal));
        _program.Write("proposals/shorter/proposed-by.txt", "A Jones\n");
        Run();

        var page = File.ReadAllText(_program.Path(Answer));
        page.ShouldContain("Nothing differs for any of ");
        page.ShouldContain("Files that are not as in force: changed: national/guidance-2016.yaml.");
        page.ShouldContain("proposed by A Jones");
        var hash = Adopted("kind = 'proposed'");
        page.ShouldContain($"dhr rules adopt {hash[7..19]} --by NAME");
        _program.Ask("SELECT by_whom || '|' || source FROM rulebook_steps WHERE kind = 'proposed'").ShouldBe("A Jones|proposals/shorter");

        var run = _program.Run("rules", "adopt", hash, "--by", "a jones");
        run.Code.ShouldBe(ExitCode.Usage, run.Output);
        _program.Run("rules", "adopt", hash, "--by", "J Smith").Code.ShouldBe(ExitCode.Done);
        File.ReadAllText(_program.Path(Answer)).ShouldContain("These rules are in force");
        Run();
        _program.Ask("SELECT rulebook FROM sweeps ORDER BY row DESC LIMIT 1").ShouldBe(hash);
        Steps(_program).Count.ShouldBe(3, "what is adopted lies there and is no news");
    }

    [Fact]
    public void Mistakes_are_shown_with_line_and_mark_and_the_page_is_written_anew_when_they_are_mended()
    {
        Put($"{Guidance}", Shipped.Replace("within: 1 month", "within: 1 moth <script>", StringComparison.Ordinal));
        Run();
        var page = File.ReadAllText(_program.Path(Answer));
        page.ShouldContain("These rules cannot be used yet");
        page.ShouldContain("<strong>national/guidance-2016.yaml, line ");
        page.ShouldContain("within: 1 moth &lt;script&gt;");
        page.ShouldContain("^</pre>");
        page.ShouldNotContain("<script");
        _program.Ask("SELECT count(*) FROM operator_mails").ShouldBe("0");

        Put($"{Guidance}", Shipped.Replace("within: 1 month", "within: 40 days", StringComparison.Ordinal));
        Run();
        page = File.ReadAllText(_program.Path(Answer));
        page.ShouldContain("These rules do not say what their scenarios expect");
        page.ShouldContain("<th scope=\"col\">expected</th>");
        Steps(_program).ShouldBe(["adopted folder", "refused proposals/shorter", "refused proposals/shorter"]);

        _program.Write("proposals/shorter/remove.txt", "national/guidance-2016.scenarios.yaml\r\nnational\\guidance-2013.scenarios.yaml\nlocal/three-boroughs.scenarios.yaml\nno/such.yaml\n");
        Run();
        page = File.ReadAllText(_program.Path(Answer));
        page.ShouldContain(" cases differ: ");
        page.ShouldContain("no longer there: local/three-boroughs.scenarios.yaml");
        page.ShouldContain("remove.txt names no/such.yaml");

        File.Delete(_program.Path($"proposals/shorter/{Guidance}"));
        File.Delete(_program.Path("proposals/shorter/remove.txt"));
        Run();
        Steps(_program)[^1].ShouldBe("withdrawn proposals/shorter");
        File.ReadAllText(_program.Path(Answer)).ShouldContain("Nothing differs from the rules in force");
    }

    [Fact]
    public void What_editors_and_strangers_leave_there_is_not_read()
    {
        _program.Write("secret.yaml", "pack: secret-of-somebody\n");
        _program.Write("elsewhere/vocabulary.yaml", "events: []\n");
        Put("notes.docx", "PK");
        Put(".guidance-2016.yaml.swp", "b0VIM");
        Put("~$guidance-2016.yaml", "lock");
        Put("._guidance-2016.yaml", "resource");
        File.CreateSymbolicLink(_program.Path("proposals/shorter/local.yaml"), _program.Path("secret.yaml"));
        Directory.CreateSymbolicLink(_program.Path("proposals/linked"), _program.Path("elsewhere"));
        Directory.CreateSymbolicLink(_program.Path("proposals/shorter/national"), _program.Path("elsewhere"));
        File.CreateSymbolicLink(_program.Path(Answer), _program.Path("secret.yaml"));
        Put("good.yaml", "events:\n  - name: picnic\n    title: the picnic\n");
        Run();

        Steps(_program).ShouldBe(["adopted folder", "proposed proposals/shorter"]);
        File.ReadAllText(_program.Path("secret.yaml")).ShouldBe("pack: secret-of-somebody\n", "the answer takes the place of the link, not of what it leads to");
        var page = File.ReadAllText(_program.Path(Answer));
        page.ShouldContain("Files that are not as in force: new: good.yaml.");
        page.ShouldContain("local.yaml is no plain file, such as a link: it was not read.");
        page.ShouldNotContain("secret-of-somebody");
        File.Exists(_program.Path("elsewhere/answer.html")).ShouldBeFalse();
    }

    [Fact]
    public void Stale_files_that_were_adopted_once_are_not_proposed_again_when_other_rules_come_into_force()
    {
        Put("one.yaml", "events:\n  - name: picnic\n    title: the picnic\n");
        Run();
        var one = Adopted("kind = 'proposed'");
        _program.Run("rules", "adopt", one, "--by", "J Smith").Code.ShouldBe(ExitCode.Done);
        var first = Adopted("source = 'folder'");
        _program.Run("rules", "adopt", first, "--by", "J Smith").Code.ShouldBe(ExitCode.Done);
        Run();
        Run();
        Steps(_program).Count(step => step.StartsWith("proposed", StringComparison.Ordinal)).ShouldBe(1);
    }

    private void Put(string name, string text) => _program.Write($"proposals/shorter/{name}", text);

    private void Run() => _program.Run("run", "--quiet").Code.ShouldBeOneOf(ExitCode.Done, ExitCode.Partly);

    private string Adopted(string where) => _program.Ask($"SELECT hash FROM rulebook_steps WHERE {where} ORDER BY row DESC LIMIT 1")!;
}
