using DhrCompliance.Service.Commands;

namespace DhrCompliance.Service.Tests.Commands;

public sealed class InterruptionTests
{
    [Fact]
    public void What_was_begun_is_removed_and_what_was_ended_stays()
    {
        using var program = new TestProgram();
        program.Write("begun", "half");
        program.Write("ended", "whole");
        Interruption.Begun(program.Path("begun"));
        Interruption.Begun(program.Path("ended"));
        Interruption.Ended(program.Path("ended"));

        Interruption.CleanUp();

        File.Exists(program.Path("begun")).ShouldBeFalse();
        File.Exists(program.Path("ended")).ShouldBeTrue();
    }
}
