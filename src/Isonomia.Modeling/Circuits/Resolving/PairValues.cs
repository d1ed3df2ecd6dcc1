using System.Collections.Immutable;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Modeling.Circuits.Resolving;

/// <summary>
/// What belongs to one pair of a projection between lists of populations: of a matrix (a row for each target, a column
/// for each source), of a list along the only longer side, of a mapping of pairs ("E->I", with "default" for the
/// others); of anything else itself.
/// </summary>
/// <param name="sources">The names of the sources.</param>
/// <param name="targets">The names of the targets.</param>
/// <param name="bag">Takes what is wrong.</param>
internal sealed class PairValues(ImmutableArray<string> sources, ImmutableArray<string> targets, DiagnosticBag bag)
{
    private const string Otherwise = "default";

    /// <summary>Whether a mapping is one of pairs.</summary>
    public static bool IsOfPairs(WrittenValue.Map map) =>
        map.Entries.Any(e => e.Key.Text == Otherwise || e.Key.Text.Contains("->", StringComparison.Ordinal));

    /// <summary>What belongs to a pair; null where nothing does, which is reported.</summary>
    /// <param name="value">What is written.</param>
    /// <param name="source">The source's place among the sources.</param>
    /// <param name="target">The target's place among the targets.</param>
    public WrittenValue? Of(WrittenValue value, int source, int target)
    {
        switch (value)
        {
            case WrittenValue.List list:
                var rows = list.Items.OfType<WrittenValue.List>().ToArray();
                if (rows.Length == 0 && list.Items.Length == sources.Length && targets.Length == 1)
                    return list.Items[source];
                if (rows.Length == 0 && list.Items.Length == targets.Length && sources.Length == 1)
                    return list.Items[target];
                if (rows.Length == list.Items.Length && rows.Length == targets.Length
                    && rows[target].Items.Length == sources.Length)
                {
                    return rows[target].Items[source];
                }

                var wrong = rows.FirstOrDefault(r => r.Items.Length != sources.Length);
                WrittenValue at = rows.Length == targets.Length && wrong is not null ? wrong : list;
                bag.Error(at.Source, at.Span, ReferenceEquals(at, list)
                    ? $"found {list.Items.Length} rows where {targets.Length} were expected, one for each target"
                    : $"found {wrong!.Items.Length} columns where {sources.Length} were expected, one for each source",
                    $"targets: {string.Join(", ", targets)}; sources: {string.Join(", ", sources)}");
                return null;
            case WrittenValue.Map map when IsOfPairs(map):
                var name = $"{sources[source]}->{targets[target]}";
                Check(map);
                if ((map.Find(name) ?? map.Find(Otherwise)) is { } found)
                    return found;
                bag.Error(map.Source, map.Span, $"found no value for {name}",
                    $"add '{name}: VALUE' or 'default: VALUE'");
                return null;
            default:
                return value;
        }
    }

    private void Check(WrittenValue.Map map)
    {
        var known = sources.SelectMany(s => targets.Select(t => $"{s}->{t}")).Append(Otherwise).ToArray();
        foreach (var (key, _) in map.Entries.Where(e => !known.Contains(e.Key.Text)))
        {
            bag.Error(key.Source, key.Span, $"'{key}' is no pair of this projection",
                NearestName.Hint(key.Text, known) ?? $"as in '{known[0]}'");
        }
    }
}
