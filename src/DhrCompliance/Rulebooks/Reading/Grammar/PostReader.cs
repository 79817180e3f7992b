using System.Collections.Immutable;
using DhrCompliance.Rulebooks.Reading.Forms;
using DhrCompliance.Rulebooks.Reading.Texts;
using DhrCompliance.Rulebooks.Reading.Trees;
using DhrCompliance.Rulebooks.Reading.Words;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>Reads what is mailed beside the steps of the paths. It stands in one file.</summary>
internal sealed class PostReader(Desk desk, Vocabulary vocabulary)
{
    private Place? _first;

    /// <summary>What the files read so far say; null: nothing.</summary>
    public PostRules? Post { get; private set; }

    public void Read(Fields file)
    {
        if (!file.Has("post"))
        {
            return;
        }

        var place = file.KeyPlace("post");
        if (_first is { } first)
        {
            desk.Mistakes.Error(place, Codes.PostTwice, $"'post' stands at {first} already", hint: "It is said once for all paths: put both together in one file.");
            return;
        }

        _first = place;
        if (desk.Values.Mapping(file.Value("post"), PostForms.Post, "'post'", "'backlog:' or 'weekly:'") is not { } fields)
        {
            return;
        }

        if (!fields.Has("backlog") && !fields.Has("weekly"))
        {
            desk.Mistakes.Error(place, Codes.MissingKey, "'post' has neither 'backlog' nor 'weekly'", hint: "Write one of them below it, or delete the key.");
        }

        Post = new PostRules
        {
            Backlog = fields.Value("backlog") is { } backlog ? Backlog(backlog) : null,
            Weekly = fields.Value("weekly") is { } weekly ? Weekly(weekly) : null,
        };
    }

    private BacklogRules? Backlog(Node node)
    {
        if (desk.Values.Mapping(node, PostForms.Backlog, "'backlog'", "'to:' and 'ladders-begin:'") is not { } fields)
        {
            return null;
        }

        var to = Roles(fields);
        return desk.Values.Scalar(fields.Value("ladders-begin"), PathPhrases.After) is { } phrase && PathPhrases.ReadAfter(desk, phrase) is { } days
            ? new BacklogRules(to, days)
            : null;
    }

    private WeeklyRules? Weekly(Node node)
    {
        if (desk.Values.Mapping(node, PostForms.Weekly, "'weekly'", "'to:' and 'day:'") is not { } fields)
        {
            return null;
        }

        desk.WorkingDays.Add(fields.Place);
        var to = Roles(fields);
        return desk.Values.Option(fields.Value("day"), "working day", DayOfWeek.Saturday, DayOfWeek.Sunday) is { } day ? new WeeklyRules(to, day) : null;
    }

    private ImmutableArray<string> Roles(Fields fields) => [.. desk.Values.Texts(fields.Value("to"), "roles").Select(Role).OfType<string>()];

    /// <summary>Nobody is found for a partnership's mail by a role that each case, or each agency, has for itself.</summary>
    private void OfAPartnership(string? role, ScalarNode word)
    {
        if (vocabulary.Roles.FirstOrDefault(one => one.Name == role) is { BoundTo: RoleBinding.Case or RoleBinding.Agency } bound)
        {
            var fit = vocabulary.Roles.Where(one => one.BoundTo is RoleBinding.Partnership or RoleBinding.Everywhere).Select(one => one.Name).ToList();
            desk.Mistakes.Error(
                word.Place,
                Codes.PostRole,
                $"'{word.Value}' is bound to {(bound.BoundTo is RoleBinding.Case ? "a case" : "an agency")}, and this mail is about all cases of a partnership",
                hint: fit.Count == 0 ? "Declare a role with 'bound-to: partnership'." : $"Roles that are bound to a partnership, or to everywhere: {string.Join(", ", fit)}.");
        }
    }

    private string? Role(ScalarNode word)
    {
        if (word.Value != Names.OwnerWord)
        {
            var role = desk.Lexicon.Resolve(WordKind.Role, word);
            OfAPartnership(role, word);
            return role;
        }

        desk.Mistakes.Error(word.Place, Codes.UnknownRole, "'owner' stands for the owner of one rule, and this mail is about many", hint: "Name the roles that are to get it.");
        return null;
    }
}
