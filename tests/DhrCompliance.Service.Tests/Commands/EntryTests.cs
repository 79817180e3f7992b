using DhrCompliance.Service.Commands;

namespace DhrCompliance.Service.Tests.Commands;

public sealed class EntryTests
{
    [Fact]
    public void A_start_without_a_command_is_a_usage_error_told_on_the_error_stream()
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();

        Entry.Run([], output, errors).ShouldBe(2);

        output.ToString().ShouldBeEmpty();
        errors.ToString().ShouldContain("--version");
    }
}
