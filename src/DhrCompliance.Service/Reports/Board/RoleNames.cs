using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Reports.Board;

/// <summary>What a person calls the roles.</summary>
internal sealed class RoleNames(Vocabulary vocabulary)
{
    private readonly Dictionary<string, string> _titles =
        vocabulary.Roles.DistinctBy(role => role.Name).ToDictionary(role => role.Name, role => role.Title, StringComparer.Ordinal);

    public string Of(string? role) => role is null ? "nobody is named" : _titles.GetValueOrDefault(role, role);
}
