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

    [Fact]
    public void A_number_that_is_none_is_told_beside_the_other_faults()
    {
        Write("""{ "Post": { "Port": "many", "Transport": "pigeon" } }""");
        Should.Throw<SettingsException>(() => Read()).Faults.Select(fault => (fault.Key, fault.Value)).ShouldBe([("Post:Port", "many"), ("Post:Transport", "pigeon")], ignoreOrder: true);
    }

    [Theory]
    [InlineData("mail.example.org", "none", false)]
    [InlineData("127.0.0.1.example.org", "none", false)]
    [InlineData("192.0.2.1", "none", false)]
    [InlineData("mail.example.org", "starttls", true)]
    [InlineData("localhost", "none", true)]
    [InlineData("127.0.0.1", "none", true)]
    [InlineData("::1", "none", true)]
    public void A_password_goes_unencrypted_to_no_other_machine(string host, string security, bool isFine)
    {
        (string, string)[] variables = [("DHR_Post__Transport", "smtp"), ("DHR_Post__Host", host), ("DHR_Post__Security", security), ("DHR_Post__User", "dhr"), ("DHR_Post__Password", "s3cret")];
        if (isFine)
        {
            Read(variables: variables).Post.Host.ShouldBe(host);
            return;
        }

        var error = Should.Throw<SettingsException>(() => Read(variables: variables));
        error.Faults.ShouldHaveSingleItem().Key.ShouldBe("Post:Security");
        error.Message.ShouldNotContain("s3cret");
    }

    [Theory]
    [InlineData("Transport", "smtp", "Post:Host")]
    [InlineData("Host", "a b", "Post:Host")]
    [InlineData("Port", "0", "Post:Port")]
    [InlineData("Port", "65536", "Post:Port")]
    [InlineData("Security", "tls", "Post:Security")]
    [InlineData("User", "dhr", "Post:Password")]
    [InlineData("Password", "s3cret", "Post:User")]
    [InlineData("MailsPerMinute", "-1", "Post:MailsPerMinute")]
    [InlineData("TimeLimitSeconds", "0", "Post:TimeLimitSeconds")]
    [InlineData("TimeLimitSeconds", "3601", "Post:TimeLimitSeconds")]
    [InlineData("AttemptLimit", "0", "Post:AttemptLimit")]
    [InlineData("MaxPerSweep", "-1", "Post:MaxPerSweep")]
    [InlineData("Operator", "nobody", "Post:Operator")]
    [InlineData("From", "tëam@example.org", "Post:From")]
    [InlineData("Transport", "notify", "Post:Notify:ApiKey", "Post:Notify:Template")]
    [InlineData("Notify__ApiKey", "s3cret-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b", "Post:Notify:ApiKey")]
    [InlineData("Notify__Template", "reminder", "Post:Notify:Template")]
    [InlineData("Notify__ReplyTo", "me@example.org", "Post:Notify:ReplyTo")]
    [InlineData("Notify__BaseAddress", "http://api.example.org/", "Post:Notify:BaseAddress")]
    [InlineData("Notify__BaseAddress", "https://me:s3cret@api.example.org/", "Post:Notify:BaseAddress")]
    [InlineData("Connections", "0", "Post:Connections")]
    [InlineData("Connections", "11", "Post:Connections")]
    [InlineData("Bounces", "two words@example.org", "Post:Bounces")]
    [InlineData("Journal", " ", "Post:Journal")]
    [InlineData("RedirectAllTo", "everybody", "Post:RedirectAllTo")]
    [InlineData("Allowed", "*@example.org", "Post:Allowed")]
    [InlineData("Allowed", "@example.org,@", "Post:Allowed")]
    [InlineData("Allowed__0", "@exämple.org", "Post:Allowed")]
    [InlineData("From", "two words@example.org", "Post:From")]
    public void A_setting_of_the_post_that_cannot_be_used_is_named(string name, string value, params string[] keys)
    {
        var error = Should.Throw<SettingsException>(() => Read(variables: ($"DHR_Post__{name}", value)));
        error.Faults.Select(fault => fault.Key).ShouldBe(keys);
        error.Message.ShouldNotContain("s3cret");
    }

    [Theory]
    [InlineData("Port", "1")]
    [InlineData("Port", "65535")]
    [InlineData("MailsPerMinute", "0")]
    [InlineData("TimeLimitSeconds", "1")]
    [InlineData("TimeLimitSeconds", "3600")]
    [InlineData("AttemptLimit", "1")]
    [InlineData("MaxPerSweep", "0")]
    [InlineData("Operator", "officer@example.org")]
    [InlineData("Connections", "1")]
    [InlineData("Connections", "10")]
    [InlineData("Notify__BaseAddress", "http://127.0.0.1:6011/")]
    [InlineData("Notify__ApiKey", "a-key-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0")]
    public void The_last_value_that_can_be_used_is(string name, string value) => Read(variables: ($"DHR_Post__{name}", value));

    [Fact]
    public void Who_may_be_written_to_is_a_list_in_the_file_and_one_text_in_a_variable_which_outranks_it()
    {
        Read().Post.Allowed.ShouldBeEmpty();
        Write("""{ "Post": { "Allowed": [ "@example.org", "@*.example.org", "chair@example.com" ] } }""");
        Read().Post.Allowed.ShouldBe(["@example.org", "@*.example.org", "chair@example.com"]);
        Read(variables: ("DHR_Post__Allowed", "@example.net, b@example.com")).Post.Allowed.ShouldBe(["@example.net", "b@example.com"]);
        Read(variables: ("DHR_Post__Allowed", "@example.net")).Post.Allowed.ShouldBe(["@example.net"]);
        Write("""{ "Post": { "Allowed": "@example.org" } }""");
        Read().Post.Allowed.ShouldBe(["@example.org"]);
        Write("""{ "Post": { "Allowed": [] } }""");
        Read().Post.Allowed.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("DHR_Post__Operator", "Post:Operator")]
    [InlineData("DHR_Rules__PolicyLead", "Rules:PolicyLead")]
    public void Who_is_told_by_a_setting_must_be_allowed(string variable, string key)
    {
        Should.Throw<SettingsException>(() => Read(variables: [("DHR_Post__Allowed", "@example.org"), (variable, "ops@example.com")]))
            .Faults.ShouldHaveSingleItem().Key.ShouldBe(key);
        Read(variables: [("DHR_Post__Allowed", "@example.org ops@example.com"), (variable, "ops@example.com")]);
    }

    [Fact]
    public void The_journal_lies_beside_the_register_unless_a_setting_places_it()
    {
        Read(new SettingOptions(Ledger: "there/r.db")).Journal.ShouldBe(Path.Combine(_working, "there", "outbox.journal"));
        Read(variables: ("DHR_Post__Journal", "elsewhere/j")).Journal.ShouldBe(Path.Combine(_working, "elsewhere", "j"));
    }

    [Theory]
    [InlineData("SweepAt", "0 30 6 * *")]
    [InlineData("FullSweepAt", "")]
    [InlineData("PostAt", "0 * * * * ? * *")]
    [InlineData("Health", "127.0.0.1:8080")]
    [InlineData("Health", "https://127.0.0.1:8080")]
    [InlineData("Health", "http://127.0.0.1:8080/health")]
    public void A_setting_of_the_service_that_cannot_be_used_is_named_with_its_value(string name, string value) =>
        Should.Throw<SettingsException>(() => Read(variables: ($"DHR_Serve__{name}", value))).Faults.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(fault => fault.Key.ShouldBe($"Serve:{name}"), fault => fault.Value.ShouldBe(value));

    [Fact]
    public void The_address_that_is_pinged_is_a_secret_and_in_no_message() =>
        Should.Throw<SettingsException>(() => Read(variables: ("DHR_Serve__Ping", "ftp://t0ken@example.org"))).Message.ShouldSatisfyAllConditions(
            message => message.ShouldContain("Serve:Ping"), message => message.ShouldNotContain("t0ken"));

    [Theory]
    [InlineData("DHR_Post__Pasword")]
    [InlineData("DHR_Serve__Pings")]
    public void A_misspelt_secret_is_named_and_not_shown(string variable) =>
        Should.Throw<SettingsException>(() => Read(variables: (variable, "s3cret"))).Message.ShouldSatisfyAllConditions(
            message => message.ShouldContain(variable[4..].Replace("__", ":", StringComparison.Ordinal)), message => message.ShouldNotContain("s3cret"));

    [Fact]
    public void A_secret_is_read_from_the_file_that_a_variable_names()
    {
        File.WriteAllText(Path.Combine(_working, "password"), "s3cret word\r\n");
        var post = Read(variables: [("DHR_Post__User", "dhr"), ("DHR_Post__Password_FILE", "password")]).Post;
        (post.User, post.Password).ShouldBe(("dhr", "s3cret word"));
    }

    [Theory]
    [InlineData("Post__Password")]
    [InlineData("DHR_Post__Password")]
    public void A_secret_is_read_from_the_folder_of_secrets_and_others_there_are_left_alone(string name)
    {
        File.WriteAllText(Path.Combine(Secrets, name), "s3cret\n");
        File.WriteAllText(Path.Combine(Secrets, "somebody-elses"), "x");
        Read(variables: ("DHR_Post__User", "dhr")).Post.Password.ShouldBe("s3cret");
    }

    [Fact]
    public void The_environment_outranks_a_named_file_and_that_the_folder_of_secrets_and_that_the_settings_file()
    {
        Write("""{ "Post": { "User": "dhr", "Password": "of the file" } }""");
        Read().Post.Password.ShouldBe("of the file");
        File.WriteAllText(Path.Combine(Secrets, "Post__Password"), "of the folder");
        Read().Post.Password.ShouldBe("of the folder");
        File.WriteAllText(Path.Combine(_working, "password"), "of the named file");
        Read(variables: ("DHR_Post__Password_FILE", "password")).Post.Password.ShouldBe("of the named file");
        Read(variables: ("DHR_Post__Password", "of the variable")).Post.Password.ShouldBe("of the variable");
    }

    [Fact]
    public void A_secret_that_is_given_twice_stops_the_start()
    {
        File.WriteAllText(Path.Combine(_working, "password"), "a");
        Should.Throw<SettingsException>(() => Read(variables: [("DHR_Post__User", "dhr"), ("DHR_Post__Password", "b"), ("DHR_Post__Password_FILE", "password")]))
            .Faults.ShouldHaveSingleItem().Key.ShouldBe("DHR_Post__Password_FILE");
    }

    [Fact]
    public void A_secret_file_that_cannot_be_read_stops_the_start_with_its_name()
    {
        var fault = Should.Throw<SettingsException>(() => Read(variables: ("DHR_Post__Password_FILE", "missing"))).Faults.ShouldHaveSingleItem();
        fault.Key.ShouldBe("DHR_Post__Password_FILE");
        fault.Value.ShouldBe(Path.Combine(_working, "missing"));
    }

    [Fact]
    public void A_misspelt_name_in_the_folder_of_secrets_stops_the_start_and_its_text_is_not_shown()
    {
        File.WriteAllText(Path.Combine(Secrets, "Post__Pasword"), "s3cret");
        Should.Throw<SettingsException>(() => Read()).Message.ShouldSatisfyAllConditions(
            message => message.ShouldContain("Post:Pasword"), message => message.ShouldNotContain("s3cret"));
    }

    private string Secrets => Directory.CreateDirectory(Path.Combine(_program, "secrets")).FullName;

    private void Write(string json) => File.WriteAllText(Path.Combine(_working, "appsettings.json"), json);

    private ServiceSettings Read(SettingOptions? options = null, params (string Name, string Value)[] variables) => SettingsReader.Read(
        options ?? new SettingOptions(), new Surroundings(variables.ToDictionary(variable => variable.Name, variable => variable.Value), _working, _program) { SecretsFolder = Path.Combine(_program, "secrets") });
}
