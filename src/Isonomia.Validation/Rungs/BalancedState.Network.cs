using Isonomia.Numerics.Fitting;
using Isonomia.Validation.Climbing;
using Isonomia.Validation.Networks;

namespace Isonomia.Validation.Rungs;

public sealed partial class BalancedState
{
    private const string SimulatedE = "slope of log |rate of E − balance| over log K, simulated";
    private const string SimulatedI = "slope of log |rate of I − balance| over log K, simulated";
    private const string IrregularE = "CV of intervals of E, simulated";
    private const string IrregularI = "CV of intervals of I, simulated";
    private const string Uncorrelated = "slope of log |mean correlation of cells| over log of their number";

    private static readonly int[] Degrees = [400, 800, 1600];

    private static RungQuantity[] NetworkQuantities =>
    [
        new(SimulatedE, "1", -0.5, Origin.Analytic, "the balance equations' next order is 1/sqrt(K)",
            Criterion.Within(-0.5, 0.15), "at such K theory has −0.45: terms of order 1/K are felt")
        { AcceptedQuickly = Criterion.Within(-0.5, 0.2) },
        new(SimulatedI, "1", -0.5, Origin.Analytic, "the balance equations' next order is 1/sqrt(K)",
            Criterion.Within(-0.5, 0.15), "at such K theory has −0.44: terms of order 1/K are felt")
        { AcceptedQuickly = Criterion.Within(-0.5, 0.2) },
        new(IrregularE, "1", 1, Origin.Analytic, "irregular as a Poisson process", Criterion.Within(1, 0.15),
            "at the largest K; theory of white noise has 1.02, and short records have less")
        { AcceptedQuickly = Criterion.Between(0.6, 1.15) },
        new(IrregularI, "1", 1, Origin.Analytic, "irregular as a Poisson process", Criterion.Within(1, 0.15),
            "at the largest K; theory of white noise has 0.94, and short records have less")
        { AcceptedQuickly = Criterion.Between(0.6, 1.15) },
        new(Uncorrelated, "1", -1, Origin.Analytic, "correlations cancel to order 1/N", Criterion.Within(-1, 0.3),
            "weak correlations, estimated from 10 s") { FullOnly = true },
    ];

    private static void ClimbNetworks(RungRun run)
    {
        var (cells, seconds, intervals) = run.Full ? (10_000, 10.0, 20) : (4000, 1.2, 3);
        var spikes = Degrees.Select((k, i) =>
            Simulated(run, k, cells, seconds, i / 8.0, (i + 1) / 8.0)).ToArray();
        double Slope(int population, double balanced) => LeastSquares.Line(
            [.. Degrees.Select(k => Math.Log10(k))],
            [.. spikes.Select(s => Math.Log10(Math.Abs(s[population].Rate - balanced)))]).Slope;
        run.Found(SimulatedE, Slope(0, Equations.Rates.E * Outside));
        run.Found(SimulatedI, Slope(1, Equations.Rates.I * Outside));
        run.Found(IrregularE, spikes[^1][0].Variations(intervals).Average());
        run.Found(IrregularI, spikes[^1][1].Variations(intervals).Average());
        if (!run.Full)
            return;
        int[] sizes = [2500, 5000, 10_000, 20_000];
        var correlations = sizes.Select(n =>
            Simulated(run, 100, n, seconds, 0.5, 0.9)[0].MeanCorrelation(0.02)).ToArray();
        run.Found(Uncorrelated, LeastSquares.Line(
            [.. sizes.Select(n => Math.Log10(n))], [.. correlations.Select(c => Math.Log10(Math.Abs(c)))]).Slope);
    }

    private static SpikeRecord[] Simulated(RungRun run, int degree, int cells, double seconds, double from, double to)
    {
        var circuit = LibraryCircuit.Named(
            "van-vreeswijk-sompolinsky1996", ("parameters.K", $"{degree}"), ("parameters.cells", $"{cells}"));
        var result = LibraryCircuit.Run(circuit, run.Seed, run, seconds, from, to);
        return [SpikeRecord.Of(result, 0.2, "E"), SpikeRecord.Of(result, 0.2, "I")];
    }
}
