using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Tests.Ledger;
using DhrCompliance.Service.Tests.Reports.Pages;
using Microsoft.Playwright;

namespace DhrCompliance.Service.Tests.Accessibility;

/// <summary>Every page and every mail of the sample borough in a browser: WCAG 2.2 AA as far as a program can tell, at three widths, light, dark and with the reader's own colours.</summary>
public sealed class AccessibilityTests(Browser browser, DemoRegister register) : IClassFixture<Browser>, IClassFixture<DemoRegister>
{
    private static readonly string[] Shown =
    [
        "report overview --partnership harrowmere", "report case HAR-06", "report case HAR-10", "report board --partnership harrowmere",
        "report family HAR-02", "report families", "report library --partnership harrowmere", "workplan HAR-12 --format html",
        "audit --format html", "report.html", "mail",
    ];

    public static TheoryData<string, int, string> Looks
    {
        get
        {
            var looks = new TheoryData<string, int, string> { { "rules handbook", 1280, "light" } };
            foreach (var what in Shown)
            {
                looks.Add(what, 320, "light");
                looks.Add(what, 320, "dark");
                looks.Add(what, 800, "light");
                looks.Add(what, 1280, "dark");
                looks.Add(what, 1280, "forced");
            }

            return looks;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Looks))]
    public async Task Nothing_is_found(string what, int width, string look)
    {
        browser.Require();
        foreach (var html in Pages(what))
        {
            var page = await browser.Open(html, width, look == "dark" ? ColorScheme.Dark : ColorScheme.Light, look == "forced" ? ForcedColors.Active : ForcedColors.None);
            try
            {
                (await browser.Findings(page, isMail: what == "mail")).ShouldBeEmpty($"{what} at {width} px, {look}");
                (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, $"{what} at {width} px can be read without moving it sideways");
            }
            finally
            {
                await page.CloseAsync();
            }
        }
    }

    [SkippableFact]
    public async Task A_page_that_cannot_be_used_is_found()
    {
        browser.Require();
        var page = await browser.Open("<!DOCTYPE html><html><head><title></title></head><body><p style=\"color:#ccc;background:#fff\">pale</p><svg role=\"img\" width=\"9\" height=\"9\"></svg></body></html>", 320);

        var found = await browser.Findings(page);

        foreach (var rule in new[] { "html-has-lang", "document-title", "color-contrast", "svg-img-alt" })
        {
            found.ShouldContain(one => one.StartsWith(rule + ":", StringComparison.Ordinal), rule);
        }
    }

    [SkippableTheory]
    [InlineData("report overview --partnership harrowmere")]
    [InlineData("report board --partnership harrowmere")]
    [InlineData("report case HAR-06")]
    [InlineData("audit --format html")]
    public async Task By_keyboard_one_comes_first_to_the_page_itself_and_then_to_its_parts(string what)
    {
        browser.Require();
        var page = await browser.Open(Pages(what).Single(), 800);
        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<string>("() => document.activeElement.getAttribute('href')")).ShouldBe("#main");
        (await page.EvaluateAsync<bool>("() => { const box = document.activeElement.getBoundingClientRect(); return box.left >= 0 && box.width > 0; }")).ShouldBeTrue();
        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<string>("() => document.activeElement.closest('nav').getAttribute('aria-label')")).ShouldStartWith("Parts of this");
    }

    [SkippableFact]
    public async Task Pictures_of_three_pages_are_kept_in_docs_when_they_are_asked_for()
    {
        browser.Require();
        foreach (var (what, name) in new[] { ("report overview --partnership harrowmere", "overview"), ("report case HAR-06", "case"), ("report board --partnership harrowmere", "report") })
        {
            var page = await browser.Open(Pages(what).Single(), 1280);
            await page.SetViewportSizeAsync(1280, 1600);
            var picture = await page.ScreenshotAsync();
            picture.Length.ShouldBeGreaterThan(20_000);
            if (Environment.GetEnvironmentVariable("DHR_GOLDEN") == "write")
            {
                await File.WriteAllBytesAsync(Path.Combine(DhrCompliance.Tests.Architecture.Checks.Repository.Root, "docs", $"{name}.png"), picture);
            }
        }
    }

    private List<string> Pages(string what) => what switch
    {
        "report.html" => [File.ReadAllText(register.Path("demo/report.html"))],
        "mail" => Mails(),
        _ => [register.Made(what.Split(' '))],
    };

    // One of each kind: their subjects differ in what stands before the colon.
    private List<string> Mails()
    {
        using var ledger = LedgerDatabase.Open(register.Path("demo/register.db"), OpenMode.ReadOnly, new ManualClock());
        var mails = ledger.Deliveries(new DeliveryFilter()).DistinctBy(mail => mail.Subject.Split(':')[0].Split(']')[^1]).Take(8).Select(mail => mail.Html).ToList();
        mails.ShouldNotBeEmpty();
        return mails;
    }
}
