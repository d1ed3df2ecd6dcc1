using Isonomia.Modeling.Integration;
using Isonomia.Modeling.Models;
using Isonomia.Simulation.Results;
using Isonomia.Validation.Climbing;
using Isonomia.Validation.Networks;

namespace Isonomia.Validation.Rungs;

/// <summary>Interneurons that synchronise each other at gamma frequencies by inhibition alone.</summary>
public sealed class InterneuronGamma : Rung
{
    private const string AllToAll = "rate, all to all, 1.2 µA/cm²";
    private const string AllToAllEuler = "rate, all to all, 1.2 µA/cm², by Euler's method in steps of 0.02 ms";
    private const string Coherence = "coherence, all to all, 1.2 µA/cm²";
    private const string Spread = "coherence at a spread of 0.1 over that at 0.01 µA/cm²";
    private const string Contacts = "coherence at 10 inputs a cell over that at 100";
    private const string Slower = "rate at tau 30 ms over that at 5 ms";
    private const string Calc = "an independent implementation by Euler's method in steps of 0.02 ms";

    private const string Steps = "The value to compare with was found by Euler's method in steps of 0.02 ms, which "
        + "alone takes off 5 %: with that method and step ours agrees (see the row for it)";

    private const string Converged = "the same equations in an independent program, by Runge and Kutta's method of "
        + "fourth order: alike to four digits in steps of 0.05, 0.01 and 0.005 ms";

    private static readonly (double Current, double Rate, double Euler)[] Cells =
        [(0.5, 32.217, 30.6), (1, 59.701, 56.2), (5, 189.625, 180.6)];

    /// <inheritdoc/>
    public override string Id => "L15";

    /// <inheritdoc/>
    public override string Title => "Gamma rhythm of interneurons alone (ING)";

    /// <inheritdoc/>
    public override IReadOnlyList<Paper> Papers { get; } =
        [new("Wang & Buzsáki 1996", "10.1523/JNEUROSCI.16-20-06402.1996")];

    /// <inheritdoc/>
    public override string Method => "`cells/wang-buzsaki` alone, 2 s after 0.5 s; `wang-buzsaki1996`, 100 cells, "
        + "0.02 ms steps, 0.5 s after 0.4 s. Coherence is the mean over 400 pairs of cells of shared over all "
        + "spikes, in bins of a tenth of the period. Integrators are the engine's own, unless Euler's method is "
        + "named.";

    /// <inheritdoc/>
    public override IReadOnlyList<RungQuantity> Quantities { get; } =
    [
        .. Cells.SelectMany(c => new[]
        {
            new RungQuantity(CellName(c.Current), "Hz", c.Rate, Origin.Calculated, Converged,
                Criterion.WithinPercent(c.Rate, 0.1), "the same equations without the error of a step, which took 5 % "
                + $"off the {c.Euler} Hz that were compared with before: see the row by Euler's method"),
            new RungQuantity(EulerName(c.Current), "Hz", c.Euler, Origin.Calculated, Calc,
                Criterion.WithinPercent(c.Euler, 0.5), "the same method: three digits are given"),
        }),
        new(AllToAll, "Hz", 44.9, Origin.Calculated, Calc, Criterion.WithinPercent(44.9, 5), "asked of the network")
        { Tried = Steps },
        new(AllToAllEuler, "Hz", 44.9, Origin.Calculated, Calc, Criterion.WithinPercent(44.9, 1),
            "the same method: three digits are given"),
        new(Coherence, "1", 1, Origin.Calculated, Calc, Criterion.AtLeast(0.9), "all cells fire together"),
        new(Spread, "1", null, Origin.Seen, "abstract: small heterogeneity destroys synchrony", Criterion.AtMost(0.6),
            "independently computed: 0.10 over 0.41") { FullOnly = true },
        new(Contacts, "1", null, Origin.Seen, "abstract: a minimal number of contacts is needed", Criterion.AtMost(0.3),
            "independently computed: 0.10 over 1.00") { FullOnly = true },
        new(Slower, "1", 0.508, Origin.Calculated, Calc, Criterion.WithinPercent(0.508, 5),
            "independently computed: 27.4 over 53.9 Hz; the error of the step cancels in the ratio")
        { FullOnly = true },
    ];

    /// <inheritdoc/>
    protected internal override void Climb(RungRun run)
    {
        foreach (var (current, _, _) in Cells)
        {
            run.Found(CellName(current), Alone(current, null, run));
            run.Found(EulerName(current), Alone(current, IntegrationMethod.Euler, run));
        }

        run.Done(0.3);
        var together = Network(run, null, ("variant", "all-to-all"));
        run.Found(AllToAll, together.IntervalRate);
        run.Found(Coherence, Shared(together));
        run.Done(0.5);
        run.Found(AllToAllEuler, Network(run, IntegrationMethod.Euler, ("variant", "all-to-all")).IntervalRate);
        run.Done(0.6);
        if (!run.Full)
            return;
        double Spreading(string sd) => Shared(Network(run, null, ("parameters.I_sd", sd)));
        run.Found(Spread, Spreading("0.1 uA/cm**2") / Spreading("0.01 uA/cm**2"));
        double Connected(string inputs) => Shared(Network(
            run, null, ("parameters.inputs", inputs), ("parameters.I_sd", "0 uA/cm**2")));
        run.Done(0.8);
        run.Found(Contacts, Connected("10") / Connected("100"));
        double Decaying(string tau) => Network(
            run, null, ("parameters.inputs", "100"), ("parameters.I_mean", "1.2 uA/cm**2"),
            ("parameters.tau_syn", tau)).IntervalRate;
        run.Found(Slower, Decaying("30 ms") / Decaying("5 ms"));
    }

    private static string CellName(double current) => $"rate of a cell at {current} µA/cm²";

    private static string EulerName(double current) =>
        $"rate of a cell at {current} µA/cm², by Euler's method in steps of 0.02 ms";

    private static double Alone(double current, IntegrationMethod? method, RungRun run)
    {
        var circuit = LibraryCircuit.Named(
            "wang-buzsaki1996", ("parameters.cells", "2"), ("parameters.g_syn", "0 mS/cm**2"),
            ("parameters.I_mean", $"{current} uA/cm**2"), ("parameters.I_sd", "0 uA/cm**2"),
            ("parameters.inputs", "1"));
        var result = LibraryCircuit.RunSmall(circuit, run.Seed, run, 2.5, method);
        // Between spikes, so that the ends of the run do not count.
        var train = Array.FindAll(result.Populations[0].Trains()[0], t => t > 0.5);
        return (train.Length - 1) / (train[^1] - train[0]);
    }

    private static SpikeRecord Network(
        RungRun run, IntegrationMethod? method, params (string Path, string Value)[] settings)
    {
        var circuit = settings is [("variant", var variant)]
            ? LibraryCircuit.Named("wang-buzsaki1996:" + variant)
            : LibraryCircuit.Named("wang-buzsaki1996", settings);
        return SpikeRecord.Of(LibraryCircuit.RunSmall(circuit, run.Seed, run, 0.9, method), 0.4);
    }

    // Wang and Buzsaki's kappa: shared bins over the geometric mean of each cell's.
    private static double Shared(SpikeRecord spikes)
    {
        var bin = 0.1 / spikes.Rate;
        var filled = spikes.Populations.SelectMany(p => p.Trains()).Take(29)
            .Select(train => train.Where(t => t > spikes.From).Select(t => (int)(t / bin)).ToHashSet()).ToArray();
        var pairs = from i in Enumerable.Range(0, filled.Length)
                    from j in Enumerable.Range(i + 1, filled.Length - i - 1)
                    where filled[i].Count > 0 && filled[j].Count > 0
                    select filled[i].Count(filled[j].Contains) / Math.Sqrt((double)filled[i].Count * filled[j].Count);
        return pairs.Average();
    }
}
