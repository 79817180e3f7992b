using DhrCompliance.Service.Settings;
using DhrCompliance.Tests.Architecture.Checks;

namespace DhrCompliance.Service.Tests.Settings;

public sealed class SettingsDocumentTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "operating.md"));

    [Theory]
    [InlineData("Ledger", typeof(LedgerSettings))]
    [InlineData("Rules", typeof(RulesSettings))]
    [InlineData("Post", typeof(PostSettings))]
    [InlineData("Post:Notify", typeof(NotifySettings))]
    [InlineData("Serve", typeof(ServeSettings))]
    public void Every_setting_is_in_the_table_with_its_default(string section, Type settings)
    {
        var defaults = Activator.CreateInstance(settings);
        foreach (var property in settings.GetProperties().Where(property => property.PropertyType != typeof(NotifySettings)))
        {
            Document.ShouldContain($"`{section}:{property.Name}`");
            if (property.GetValue(defaults) is { } value and not IReadOnlyList<string>)
            {
                Document.ShouldContain($"`{value}`");
            }
        }
    }
}
