using Isonomia.Measurement.Settings;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Fields;
using Isonomia.Simulation.Fields.Analysis;

namespace Isonomia.Cli.Analysing;

/// <summary>A number that a map shows of a field with given values.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Meaning">What it is, for people.</param>
internal sealed record MapMeasure(string Name, string Unit, string Meaning)
{
    public static readonly IReadOnlyList<MapMeasure> All =
    [
        new("margin", "1/s", "how fast the slowest deviation from the most stable fixed point decays; negative where none is stable"),
        new("frequency", "Hz", "the frequency of that deviation"),
        new("points", "1", "the number of fixed points"),
        new("stable", "1", "the number of stable ones: 0 rhythmic, 1 rest, 2 or more bistable"),
        new("amplitude", "1", "the swing of what is observed, peak to peak, without noise, in its SI unit"),
        new("rhythm", "Hz", "how often what is observed swings; 0 at rest"),
        new("lyapunov", "1/s", "the largest Lyapunov exponent"),
    ];

    /// <summary>The measures of a list of names.</summary>
    /// <exception cref="SettingException">One is none.</exception>
    public static MapMeasure[] Parse(string names) =>
    [
        .. names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()
            .Select(n => All.FirstOrDefault(m => m.Name == n) ?? throw new SettingException($"--of {names}: there is no measure '{n}'; "
                + (NearestName.Hint(n, All.Select(m => m.Name)) ?? "there are " + string.Join(", ", All.Select(m => m.Name))))),
    ];

    /// <summary>The values of several measures; null where one is undefined.</summary>
    public static double?[] Of(
        FieldModel model, IReadOnlyList<MapMeasure> measures, double duration, double dt, CancellationToken cancellation)
    {
        var names = measures.Select(m => m.Name).ToHashSet(StringComparer.Ordinal);
        var values = new Dictionary<string, double?>(StringComparer.Ordinal);
        var functions = new RegionFunctions(model);
        if (names.Overlaps(["margin", "frequency", "points", "stable"]))
        {
            var points = FixedPoints.Find(functions, [], StateBox.Around(functions, []))
                .Select(p => Stability.Of(functions.Linearise([], p.AsSpan()))).ToArray();
            var best = points.MaxBy(s => s.Margin);
            (values["margin"], values["frequency"]) = (best?.Margin, best?.FrequencyHz);
            (values["points"], values["stable"]) = (points.Length, points.Count(s => s.IsStable));
        }

        if (names.Overlaps(["amplitude", "rhythm"]))
        {
            var parameter = model.Region.Parameters[0];
            var own = new RegionFunctions(model, parameter.Name).Defaults[0];
            var rhythm = RhythmScan.Of(model, parameter.Name, [own], duration, dt, cancellation)[0];
            (values["amplitude"], values["rhythm"]) = (rhythm.High - rhythm.Low, rhythm.FrequencyHz);
        }

        if (names.Contains("lyapunov"))
            values["lyapunov"] = LyapunovExponent.Of(functions, [], duration / 2, duration / 2, dt, cancellation);
        return [.. measures.Select(m => values[m.Name])];
    }
}
