using DhrCompliance.Service.Settings;

namespace DhrCompliance.Service.Tests.Settings;

public sealed class SettingsReaderTests : IDisposable
{
    private readonly string _working = Directory.CreateTempSubdirectory("dhr-settings-").FullName;
    private readonly string _program = Directory.CreateTempSubdirectory("dhr-program-").FullName;

    public void Dispose()
    {
        Directory.Delete(_working, recursive: true);
        Directory.Delete(_program, recursive: true);
    }

    [Fact]
    public void Without_a_settings_file_the_defaults_belong_to_the_working_folder()
    {
        var settings = Read();
        settings.File.ShouldBeNull();
        settings.Ledger.ShouldBe(new Located(Path.Combine(_working, "data", "register.db"), "working folder"));
    }

    [Fact]
    public void An_option_outranks_the_environment_and_that_outranks_the_file()
    {
        Write("""{ "Ledger": { "Path": "file.db" } }""");
        Read().Ledger.Path.ShouldBe(Path.Combine(_working, "file.db"));
        Read(variables: ("DHR_Ledger__Path", "variable.db")).Ledger.ShouldBe(new Located(Path.Combine(_working, "variable.db"), "DHR_Ledger__Path"));
        Read(new SettingOptions(Ledger: "option.db"), ("DHR_Ledger__Path", "variable.db")).Ledger.ShouldBe(new Located(Path.Combine(_working, "option.db"), "--ledger"));
    }

    [Fact]
    public void Relative_paths_in_a_settings_file_are_relative_to_it()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_working, "etc")).FullName;
        File.WriteAllText(Path.Combine(folder, "dhr.json"), """{ "Post": { "PickupFolder": "mails" } }""");
        Read(new SettingOptions(Config: "etc/dhr.json")).Pickup.Path.ShouldBe(Path.Combine(folder, "mails"));
    }

    [Fact]
    public void Rules_beside_the_executable_serve_where_there_are_no_others()
    {
        Directory.CreateDirectory(Path.Combine(_program, "rules"));
        Read().Rules.ShouldBe(new Located(Path.Combine(_program, "rules"), "beside the executable"));
        Directory.CreateDirectory(Path.Combine(_working, "rules"));
        Read().Rules.Path.ShouldBe(Path.Combine(_working, "rules"));
        Read(new SettingOptions(Rules: "elsewhere")).Rules.Path.ShouldBe(Path.Combine(_working, "elsewhere"));
    }

    [Fact]
    public void Every_fault_is_told_at_once_with_key_and_value()
    {
        Write("""{ "Post": { "Transport": "pigeon", "From": "two@example.org, three@example.org" }, "Ledger": { "Path": " " } }""");
        var faults = Should.Throw<SettingsException>(() => Read()).Faults;
        faults.Select(fault => (fault.Key, fault.Value)).ShouldBe(
            [("Post:Transport", "pigeon"), ("Post:From", "two@example.org, three@example.org"), ("Ledger:Path", " ")], ignoreOrder: true);
    }

    [Theory]
    [InlineData("""{ "Leger": { "Path": "x.db" } }""", "Leger:Path")]
    [InlineData("""{ "Post": { "PickupFoldr": "x" } }""", "Post:PickupFoldr")]
    public void A_misspelt_key_stops_the_start(string json, string key)
    {
        Write(json);
        Should.Throw<SettingsException>(() => Read()).Faults.ShouldHaveSingleItem().Key.ShouldBe(key);
    }

    [Fact]
    public void A_misspelt_variable_stops_the_start() =>
        Should.Throw<SettingsException>(() => Read(variables: ("DHR_Post__Form", "x"))).Message.ShouldContain("Post:Form");

    [Fact]
    public void A_settings_file_that_is_not_JSON_is_named()
    {
        Write("{ not json");
        Should.Throw<SettingsException>(() => Read()).Message.ShouldContain("appsettings.json");
    }

    [Fact]
    public void A_settings_file_that_is_not_there_is_named() =>
        Should.Throw<SettingsException>(() => Read(new SettingOptions(Config: "nowhere.json"))).Message.ShouldContain("nowhere.json");

    private void Write(string json) => File.WriteAllText(Path.Combine(_working, "appsettings.json"), json);

    private ServiceSettings Read(SettingOptions? options = null, params (string Name, string Value)[] variables) => SettingsReader.Read(
        options ?? new SettingOptions(), new Surroundings(variables.ToDictionary(variable => variable.Name, variable => variable.Value), _working, _program));
}
