using Isonomia.Simulation.Results;
using Isonomia.Validation.Climbing;
using Isonomia.Validation.Networks;

namespace Isonomia.Validation.Rungs;

/// <summary>What depressing and facilitating synapses release in regular trains of spikes.</summary>
public sealed class ShortTermPlasticity : Rung
{
    private static readonly double[] Frequencies = [1, 5, 10, 20, 40, 50];

    private static readonly Synapse[] Synapses =
    [
        new("depressing", "tsodyks-markram1998", [.8328, .3623, .2103, .1143, .0597, .0482],
            [.5, .2651, .1548, .1030, .0787, .0673, .0619, .0594, .0582, .0576]),
        new("facilitating", "tsodyks-markram1998:facilitating", [1.168, 2.760, 3.898, 4.130, 3.034, 2.592],
            [.05, .0901, .1196, .1403, .1546, .1645, .1718, .1772, .1816, .1852]),
    ];

    /// <inheritdoc/>
    public override string Id => "L04";

    /// <inheritdoc/>
    public override string Title => "Short-term depression and facilitation of synapses";

    /// <inheritdoc/>
    public override IReadOnlyList<Paper> Papers { get; } =
    [
        new("Tsodyks & Markram 1997", "10.1073/pnas.94.2.719"),
        new("Tsodyks, Pawelzik & Markram 1998", "10.1162/089976698300017502"),
    ];

    /// <inheritdoc/>
    public override string Method => "`tsodyks-markram1998` and its variant `facilitating`: a regular train of "
        + "spikes through one synapse of the engine, 0.1 ms steps; each release is the jump of the target's "
        + "conductance over the weight. Ratios are those of the last of 12 s to the first.";

    /// <inheritdoc/>
    public override IReadOnlyList<RungQuantity> Quantities { get; } =
    [
        .. Synapses.SelectMany(s => s.Ratios.Select((ratio, i) => new RungQuantity(
            RatioName(s, Frequencies[i]), "1", ratio, Origin.Analytic, "closed form of the steady state",
            Criterion.Within(ratio, ratio < 1 ? 1e-4 : 1e-3), "the digits of the value"))),
        .. Synapses.SelectMany(s => s.Releases.Select((release, i) => new RungQuantity(
            ReleaseName(s, i), "1", release, Origin.Calculated, "the recursion from spike to spike",
            Criterion.Within(release, 1e-4), "the digits of the value"))),
    ];

    /// <inheritdoc/>
    protected internal override void Climb(RungRun run)
    {
        foreach (var synapse in Synapses)
        {
            var releases = Releases(synapse, 20, 0.55, run);
            for (var i = 0; i < synapse.Releases.Length; i++)
                run.Found(ReleaseName(synapse, i), releases[i]);
            foreach (var frequency in Frequencies)
            {
                var train = Releases(synapse, frequency, 12, run);
                run.Found(RatioName(synapse, frequency), train[^1] / train[0]);
            }
        }
    }

    private static string RatioName(Synapse synapse, double frequency) =>
        $"{synapse.Kind}: steady over first release at {frequency} Hz";

    private static string ReleaseName(Synapse synapse, int spike) => $"{synapse.Kind}: release {spike + 1} at 20 Hz";

    private static double[] Releases(Synapse synapse, double frequency, double seconds, RungRun run)
    {
        var times = Enumerable.Range(0, (int)Math.Round(seconds * frequency))
            .Select(i => 0.01 + i / frequency).Where(t => t < seconds).ToArray();
        var written = string.Join(", ", times.Select(t => $"{t * 1000:F1} ms"));
        var sources = string.Join(", ", times.Select(_ => 0));
        var circuit = LibraryCircuit.Named(
            synapse.Circuit, ("populations.input.spikes", $"{{kind: list, times: [{written}], cells: [{sources}]}}"));
        var result = LibraryCircuit.RunSmall(circuit, run.Seed, run, seconds);
        run.Done(0);
        return Jumps(result.Probes.Single(p => p.Variable == "release_g").Trace(0), result.Dt);
    }

    // The conductance decays in 5 ms and jumps by 1 nS times what is released.
    private static double[] Jumps(double[] conductance, double step)
    {
        var left = Math.Exp(-step / 0.005);
        var jumps = new List<double>();
        for (var t = 1; t < conductance.Length; t++)
        {
            var jump = (conductance[t] - conductance[t - 1] * left) / 1e-9;
            if (jump > 1e-3)
                jumps.Add(jump);
        }

        return [.. jumps];
    }

    private sealed record Synapse(string Kind, string Circuit, double[] Ratios, double[] Releases);
}
