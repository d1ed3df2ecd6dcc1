using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Results;

namespace Isonomia.Measurement.Together;

/// <summary>
/// What the markers of a recording say together: for each its direction, evidence and spread over channels, which point
/// by themselves and where to, how far they agree, and what may mislead. Never one number for all.
/// </summary>
/// <param name="Markers">The markers that were measured: of channels, of the recording, of spikes.</param>
/// <param name="Agreement">How far those that can be read alone agree.</param>
/// <param name="Cautions">What may mislead in this recording, a sentence each.</param>
public sealed record MarkersTogether(
    IReadOnlyList<MarkerStatement> Markers, Agreement Agreement, IReadOnlyList<string> Cautions)
{
    private static readonly IReadOnlyList<IBiomarkerDescription> Known =
        [.. BiomarkerLibrary.All, .. BiomarkerLibrary.Recordings, .. BiomarkerLibrary.Spikes];

    /// <summary>Of a measurement.</summary>
    public static MarkersTogether Of(RecordingMeasurement measurement)
    {
        ArgumentNullException.ThrowIfNull(measurement);
        var good = measurement.Channels.Where(c => c.WhyBad is null).ToArray();
        var markers = new List<MarkerStatement>();
        var (sided, onSide) = (new int[good.Length], new int[good.Length]);
        foreach (var name in good.SelectMany(c => c.Biomarkers.Keys).Distinct())
        {
            if (DefinitionOf(name) is not { } definition)
                continue;
            Found[][] found = [.. good.Select(c => c.Biomarkers.TryGetValue(name, out var r) ? Main(name, r) : [])];
            foreach (var place in found.SelectMany(f => f).Select(f => (f.Part, f.Quantity)).Distinct())
            {
                double?[] values = [.. found.Select(f => f.FirstOrDefault(x => (x.Part, x.Quantity) == place)?.Value)];
                if (!values.Any(v => v is not null))
                    continue;
                var marker = Of(name, place, definition, MarkerScope.Channels, values);
                markers.Add(marker);
                for (var c = 0; c < good.Length && marker.Neutral is not null; c++)
                {
                    if (values[c] is not { } value)
                        continue;
                    sided[c]++;
                    onSide[c] += IsToExcitation(value, marker) ? 1 : 0;
                }
            }
        }

        markers.AddRange(OfOne(measurement.Whole.Biomarkers, MarkerScope.Recording, ""));
        foreach (var population in measurement.Populations)
            markers.AddRange(OfOne(population.Biomarkers, MarkerScope.Population, population.Name));
        int Count(Pointing pointing) => markers.Count(m => m.Pointing == pointing);
        double[] shares = [.. Enumerable.Range(0, good.Length).Where(c => sided[c] > 0).Select(c => (double)onSide[c] / sided[c])];
        return new MarkersTogether(markers,
            new Agreement(Count(Pointing.Excitation), Count(Pointing.Inhibition), Count(Pointing.Undecided),
                Count(Pointing.Nowhere), shares.Length > 0 ? MarkerSpread.Of(shares) : null),
            [.. Misleading.Of(measurement)]);
    }

    private static IEnumerable<MarkerStatement> OfOne(
        IReadOnlyDictionary<string, BiomarkerResult> results, MarkerScope scope, string population)
    {
        foreach (var (name, result) in results)
        {
            if (DefinitionOf(name) is not { } definition)
                continue;
            foreach (var found in Main(name, result).Where(f => f.Value is not null))
            {
                var part = string.Join('/', new[] { population, found.Part }.Where(p => p.Length > 0));
                yield return Of(name, (part, found.Quantity), definition, scope, [found.Value]);
            }
        }
    }

    private static MarkerStatement Of(string name, (string Part, string Quantity) place, BiomarkerDefinition definition,
        MarkerScope scope, double?[] values)
    {
        double[] defined = [.. values.OfType<double>()];
        var marker = new MarkerStatement(name, place.Quantity, place.Part, definition, scope, MarkerSpread.Of(defined), values.Length);
        return marker with
        {
            Pointing = PointingRule.Of(defined, values.Length, marker.Neutral, definition.MoreExcitation),
            ShareToExcitation = marker.Neutral is null
                ? double.NaN
                : (double)defined.Count(v => IsToExcitation(v, marker)) / defined.Length,
        };
    }

    private static bool IsToExcitation(double value, MarkerStatement marker) =>
        value > marker.Neutral == (marker.Definition.MoreExcitation != Direction.Falls);

    private static BiomarkerDefinition? DefinitionOf(string name) =>
        Known.FirstOrDefault(b => b.Name == name)?.Definition;

    // The main numbers of a result, at its top and in its parts (bands), not in parts of those.
    private static Found[] Main(string name, BiomarkerResult result)
    {
        Found[] all = [.. Numbers("", result.ToReading(), deeper: true)];
        return all.Length == 0 ? [] : [.. all.Where(f => MainQuantities.Of(name, all[0].Quantity).Contains(f.Quantity))];
    }

    private static IEnumerable<Found> Numbers(string part, Reading reading, bool deeper)
    {
        foreach (var (name, value, _) in reading.Members)
        {
            switch (value)
            {
                case Measured number:
                    yield return new Found(part, name, number.IsDefined ? number.Value : null);
                    break;
                case long count:
                    yield return new Found(part, name, count);
                    break;
                case Reading group when deeper:
                    foreach (var found in Numbers(name, group, deeper: false))
                        yield return found;
                    break;
            }
        }
    }

    private sealed record Found(string Part, string Quantity, double? Value);
}
