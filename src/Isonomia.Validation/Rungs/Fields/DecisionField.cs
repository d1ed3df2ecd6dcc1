using System.Globalization;
using Isonomia.Simulation.Fields.Analysis;
using Isonomia.Simulation.Fields.Running;
using Isonomia.Validation.Climbing;
using Isonomia.Validation.Networks;
using static Isonomia.Validation.Climbing.Criterion;

namespace Isonomia.Validation.Rungs.Fields;

/// <summary>The reduced decision circuit: rest, two persistent states, and how fast and well it decides.</summary>
public sealed class DecisionField : Rung
{
    private const string Again = "the equations solved independently, parameters from the authors' published code";
    private const string Threshold = "15 Hz";

    /// <inheritdoc/>
    public override string Id => "L21";

    /// <inheritdoc/>
    public override string Title => "Two competing populations decide, the faster the clearer the evidence";

    /// <inheritdoc/>
    public override IReadOnlyList<Paper> Papers { get; } = [new("Wong & Wang 2006", "10.1523/JNEUROSCI.3733-05.2006")];

    /// <inheritdoc/>
    public override string Method =>
        $"All fixed points without noise; decisions of 1,000 trials side by side (200 in the quick form), threshold {Threshold}.";

    /// <inheritdoc/>
    public override IReadOnlyList<RungQuantity> Quantities { get; } =
    [
        Point("gate at rest", 0.103), Point("rate at rest", 1.79, "Hz"), Point("higher gate, persistent", 0.567),
        Point("lower gate, persistent", 0.032), Point("rate, persistent", 20.4, "Hz"), Point("higher gate of the saddles", 0.314),
        Point("lower gate of the saddles", 0.056), Point("gate of the saddle under a stimulus", 0.424),
        Point("rate of the saddle under a stimulus", 30.1, "Hz") with
        {
            Tried = "a fixed point's rate is S/(tau (1 - S) gamma), 11.5 Hz for the gate 0.424, with which the response to its "
                + "current agrees; the reference's rate cannot be that of its gate",
        }, Reaction("reaction time, coherence 0", 0.583) with
        {
            Tried = "0.50 s where rates with their fluctuations cross the threshold, 0.68 s where mean rates do, 0.70 s in windows of "
                + "50 ms: how the reference smooths rates is not known",
        },
        Reaction("reaction time, coherence 51.2 %", 0.231),
    ];

    /// <inheritdoc/>
    protected internal override void Climb(RungRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var rest = LibraryField.Of("wong-wang");
        var points = rest.Rest(new StateBox([0, 0, -1e-10, -1e-10], [1, 1, 1e-10, 1e-10]));
        var stable = points.Where(p => p.Stability.IsStable).Select(p => p.States).ToArray();
        var saddles = points.Where(p => !p.Stability.IsStable).Select(p => p.States).ToArray();
        var low = stable.First(s => Math.Abs(s[0] - s[1]) < 1e-6);
        var high = stable.MaxBy(s => s[0])!;
        var saddle = saddles.MaxBy(s => s[0] - s[1])!;
        run.Found("gate at rest", low[0]);
        run.Found("rate at rest", Rate(low[0]));
        run.Found("higher gate, persistent", high[0]);
        run.Found("lower gate, persistent", high[1]);
        run.Found("rate, persistent", Rate(high[0]));
        run.Found("higher gate of the saddles", saddle[0]);
        run.Found("lower gate of the saddles", saddle[1]);
        var driven = LibraryField.Of("wong-wang", "mu0=30 Hz").Rest(new StateBox([0, 0, -1e-10, -1e-10], [1, 1, 1e-10, 1e-10]))
            .First(p => Math.Abs(p.States[0] - p.States[1]) < 1e-6 && !p.Stability.IsStable).States;
        run.Found("gate of the saddle under a stimulus", driven[0]);
        run.Found("rate of the saddle under a stimulus", Rate(driven[0]));
        run.Done(0.3);
        run.Found("reaction time, coherence 0", Times(run, 0));
        run.Found("reaction time, coherence 51.2 %", Times(run, 0.512));
        run.Done(1);
    }

    // At a fixed point S/tau = (1 - S) gamma r.
    private static double Rate(double gate) => gate / (0.1 * (1 - gate) * 0.641);

    private static double[] Times(RungRun run, double coherence)
    {
        var model = LibraryField.Of("wong-wang", "mu0=30 Hz", string.Create(CultureInfo.InvariantCulture, $"coherence={coherence}")).Model;
        var result = new FieldRun(model, new FieldRunSettings
        {
            Duration = 3,
            Dt = 5e-4,
            Seed = (ulong)run.Seed,
            Copies = run.Full ? 1000 : 200,
            Probes = ["S1", "S2"],
            Every = 2e-3,
        }).Run(cancellation: run.Cancellation);
        var gates = result.Probes.Where(p => p.Variable is "S1" or "S2").ToArray();
        var times = new List<double>();
        for (var trial = 0; trial < gates[0].Cells.Length; trial++)
        {
            var (first, second) = (gates[0].Trace(trial), gates[1].Trace(trial));
            var at = Math.Min(Crossing(first, second, 30 * (1 + coherence)), Crossing(second, first, 30 * (1 - coherence)));
            if (at < gates[0].Times.Length)
                times.Add(gates[0].Times[at]);
        }

        return [.. times];
    }

    // The mean rates without the fluctuations of the current, which alone would cross sooner.
    private static int Crossing(double[] own, double[] other, double stimulus)
    {
        for (var i = 0; i < own.Length; i++)
        {
            var x = (270 * ((0.2609 * own[i]) - (0.0497 * other[i]) + 0.3255 + (0.52e-3 * stimulus))) - 108;
            if (x / (1 - Math.Exp(-0.154 * x)) >= 15)
                return i;
        }

        return own.Length;
    }

    private static RungQuantity Point(string name, double value, string unit = "1") =>
        new(name, unit, value, Origin.Calculated, Again, WithinPercent(value, 3), "the digits of the reference");

    private static RungQuantity Reaction(string name, double value) =>
        new(name, "s", value, Origin.Calculated, Again, WithinPercent(value, 10), "the scatter of 1,000 trials, and the way to threshold")
        {
            AcceptedQuickly = WithinPercent(value, 15),
        };
}
