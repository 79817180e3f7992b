using DhrCompliance.Service.Post;

namespace DhrCompliance.Service.Tests.Post;

/// <summary>Who may be written to: what is allowed, and all that only looks like it.</summary>
public sealed class AllowedAddressesTests
{
    [Theory]
    [InlineData("chair@example.org", "chair@example.org", true)]
    [InlineData("chair@example.org", "Chair@Example.ORG", true)]
    [InlineData("chair@example.org", "chair@example.org.example.com", false)]
    [InlineData("chair@example.org", "a-chair@example.org", false)]
    [InlineData("chair@example.org", "chair+x@example.org", false)]
    [InlineData("@example.org", "anybody@example.org", true)]
    [InlineData("@example.org", "anybody@EXAMPLE.org", true)]
    [InlineData("@example.org", "a.b+c@example.org", true)]
    [InlineData("@example.org", "anybody@sub.example.org", false)]
    [InlineData("@example.org", "anybody@notexample.org", false)]
    [InlineData("@example.org", "anybody@example.org.example.com", false)]
    [InlineData("@example.org", "anybody@example.org.", false)]
    [InlineData("@*.example.org", "anybody@sub.example.org", true)]
    [InlineData("@*.example.org", "anybody@a.sub.EXAMPLE.org", true)]
    [InlineData("@*.example.org", "anybody@example.org", false)]
    [InlineData("@*.example.org", "anybody@.example.org", false)]
    [InlineData("@*.example.org", "anybody@subexample.org", false)]
    [InlineData("@*.example.org", "anybody@-.example.org", false)]
    public void An_entry_covers_what_it_says_and_nothing_beside_it(string entry, string address, bool isAllowed) =>
        new AllowedAddresses([entry]).Allows(address).ShouldBe(isAllowed);

    [Theory]
    [InlineData("a@example.com@example.org")]
    [InlineData("a%example.com@example.org")]
    [InlineData("example.com!a@example.org")]
    [InlineData("\"a@example.com\"@example.org")]
    [InlineData("<a@example.com>@example.org")]
    [InlineData("a@example.com,b@example.org")]
    [InlineData("a@example.com;b@example.org")]
    [InlineData("@example.com:a@example.org")]
    [InlineData("a(x)@example.org")]
    [InlineData("a b@example.org")]
    [InlineData("a@example.org ")]
    [InlineData("a@example.org\r\nBcc: b@example.com")]
    [InlineData("a@example.org\0")]
    [InlineData("a\u202e@example.org")]
    [InlineData("\u0430@example.org")]
    [InlineData("a@ex\u0430mple.org")]
    [InlineData("a@example\uff0eorg")]
    [InlineData("a@example\u3002org")]
    [InlineData("a\uff20example.org")]
    [InlineData("a@[192.0.2.1]")]
    [InlineData("@example.org")]
    [InlineData("example.org")]
    [InlineData("")]
    public void What_only_looks_like_it_is_refused(string address)
    {
        new AllowedAddresses(["@example.org", "@*.example.org"]).Allows(address).ShouldBeFalse();
    }

    [Fact]
    public void Any_of_several_is_enough_and_none_at_all_is_everybody()
    {
        var allowed = new AllowedAddresses(["@example.org", "chair@example.com"]);
        allowed.Allows("a@example.org").ShouldBeTrue();
        allowed.Allows("chair@example.com").ShouldBeTrue();
        allowed.Allows("other@example.com").ShouldBeFalse();
        AllowedAddresses.Any.Allows("a@example.net").ShouldBeTrue();
    }

    [Theory]
    [InlineData("@")]
    [InlineData("@org")]
    [InlineData("@*")]
    [InlineData("@*.")]
    [InlineData("@*.*.example.org")]
    [InlineData("*@example.org")]
    [InlineData("example.org")]
    [InlineData("@example..org")]
    [InlineData("@-example.org")]
    [InlineData("@ex\u0430mple.org")]
    [InlineData("a@b@example.org")]
    public void An_entry_of_no_known_form_is_none(string entry) => Should.Throw<ArgumentException>(() => new AllowedAddresses([entry])).Message.ShouldContain(entry);
}
