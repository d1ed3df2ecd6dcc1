using System.Collections.Immutable;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Modeling.Circuits.Resolving;

/// <summary>Finds the populations that projections, stimuli and probes name.</summary>
internal sealed class PopulationNames(ImmutableArray<PopulationDraft> populations, DiagnosticBag bag)
{
    /// <summary>
    /// The populations of a key that holds a name or a list of names; those that are unknown are reported.
    /// </summary>
    /// <param name="section">Where the key stands.</param>
    /// <param name="key">The key.</param>
    /// <param name="isComplete">Whether all of them were found, and at least one.</param>
    public ImmutableArray<PopulationDraft> Of(Section section, string key, out bool isComplete)
    {
        isComplete = false;
        if (section.Find(key) is null)
        {
            section.Missing(key, populations.IsEmpty ? "E" : populations[0].Name);
            return [];
        }

        var names = section.Texts(key, "the name of a population");
        var found = ImmutableArray.CreateBuilder<PopulationDraft>();
        foreach (var name in names)
        {
            if (populations.FirstOrDefault(p => p.Name == name.Text) is not { } population)
            {
                var known = populations.Select(p => p.Name).ToArray();
                bag.Error(name.Source, name.Span, $"there is no population '{name}'",
                    NearestName.Hint(name.Text, known)
                        ?? (known.Length == 0 ? null : $"populations: {string.Join(", ", known)}"));
            }
            else if (found.Contains(population))
            {
                bag.Error(name.Source, name.Span, $"'{name}' stands here a second time", "keep one of them");
            }
            else
            {
                found.Add(population);
            }
        }

        isComplete = found.Count > 0 && found.Count == names.Length;
        return found.ToImmutable();
    }
}
