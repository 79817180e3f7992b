using Microsoft.Playwright;

namespace DhrCompliance.Service.Tests.Accessibility;

/// <summary>Debian's Chromium with axe-core: what our pages are held against that is not written by us. Where one is not there a test is skipped, and fails in continuous integration.</summary>
public sealed class Browser : IAsyncLifetime
{
    // Where .ci/run or a person puts axe-core: `npm install --prefix FOLDER axe-core`.
    private const string AxeVariable = "AXE_FOLDER";

    private static readonly string[] Programs = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] Levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private string _axe = "";

    private static string? Program => Array.Find(Programs, File.Exists);

    private static string Axe => Path.Combine(Environment.GetEnvironmentVariable(AxeVariable) ?? "", "node_modules", "axe-core", "axe.min.js");

    public async Task InitializeAsync()
    {
        if (Program is not { } program || !File.Exists(Axe))
        {
            return;
        }

        _axe = await File.ReadAllTextAsync(Axe);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = ["--no-sandbox", "--disable-gpu"] });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>Skips the test where there is no browser or no axe-core; fails it there in continuous integration.</summary>
    public void Require()
    {
        var missing = Program is null ? "there is no Chromium: install Debian's chromium" : $"there is no axe-core: npm install --prefix FOLDER axe-core, and {AxeVariable}=FOLDER";
        if (Environment.GetEnvironmentVariable("DHR_CI") == "true")
        {
            _browser.ShouldNotBeNull(missing);
        }

        Skip.If(_browser is null, missing);
    }

    /// <summary>A page in a window of this width, as this reader has set it.</summary>
    public async Task<IPage> Open(string html, int width, ColorScheme scheme = ColorScheme.Light, ForcedColors forced = ForcedColors.None)
    {
        var page = await _browser!.NewPageAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme, ForcedColors = forced, Locale = "en-GB", ReducedMotion = ReducedMotion.Reduce, BypassCSP = true,
        });
        await page.SetContentAsync(html);
        return page;
    }

    /// <summary>What axe finds: each rule with the elements that break it. Nothing is excepted.</summary>
    /// <param name="page">The page.</param>
    /// <param name="isMail">True: what is only good practice for a page of its own (landmarks) is not asked of a mail, which is read within another.</param>
    public async Task<string[]> Findings(IPage page, bool isMail = false)
    {
        ArgumentNullException.ThrowIfNull(page);
        await page.EvaluateAsync(_axe);
        return await page.EvaluateAsync<string[]>("""
            async tags => {
              const found = await axe.run(document, { runOnly: { type: 'tag', values: tags } });
              return found.violations.flatMap(one => one.nodes.map(node => `${one.id}: ${one.help}: ${node.html.slice(0, 200)}`));
            }
            """, isMail ? Levels : [.. Levels, "best-practice"]);
    }
}
