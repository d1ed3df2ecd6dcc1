using Isonomia.Restoration.Catalogue;
using Isonomia.Restoration.Individuals;

namespace Isonomia.Restoration.Search;

/// <summary>What differs from draw to draw: the person's parameters and coordinates, and the effects of interventions.</summary>
internal static class UncertainInputs
{
    /// <summary>Names and values, one a draw.</summary>
    public static IEnumerable<(string Name, double[] Values)> Of(
        Individual individual, IEnumerable<Intervention> interventions, SearchOptions options)
    {
        var model = individual.Model;
        var persons = Enumerable.Range(0, options.Draws)
            .Select(d => individual.Samples[d % individual.Samples.Count]).ToArray();
        for (var k = 0; k < model.Parameters.Count; k++)
        {
            var index = k;
            yield return ($"{model.Parameters[k].Name} of the person", [.. persons.Select(p => p[index])]);
        }

        var coordinates = new double[model.Coordinates.Count];
        var all = persons.Select(p =>
        {
            model.CoordinatesOf(p, coordinates);
            return (double[])coordinates.Clone();
        }).ToArray();
        for (var k = 0; k < 3; k++)
        {
            var index = k;
            yield return ($"{model.Coordinates[k].Name} of the person", [.. all.Select(c => c[index])]);
        }

        foreach (var intervention in interventions)
        {
            var draws = Enumerable.Range(0, options.Draws)
                .Select(d => EffectTable.DrawsOf(intervention, d, options.Seed)).ToArray();
            yield return ($"dose-response of {intervention.Name}", [.. draws.Select(n => n[0])]);
            var changes = intervention.In(model.Name)!.Changes;
            for (var c = 0; c < changes.Length; c++)
            {
                var index = c + 1;
                yield return ($"effect of {intervention.Name} on {changes[c].Target}", [.. draws.Select(n => n[index])]);
            }
        }
    }
}
