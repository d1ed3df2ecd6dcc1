using System.Collections.Immutable;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Models;
using Isonomia.Modeling.Units;
using Isonomia.Reporting.Runs;
using Isonomia.Simulation.PhasePlanes;
using Isonomia.Simulation.Results;

namespace Isonomia.Reporting.Tests.Runs;

/// <summary>A run as a simulation would leave it, small enough to know by heart.</summary>
internal static class SampleRun
{
    public static CellReportContent Content(string name = "cell")
    {
        var model = new CellModel
        {
            Name = name,
            Description = "A cell.",
            Parameters = [],
            Equations = new EquationSystem([], ImmutableSortedDictionary<string, Symbol>.Empty),
        };
        double[] times = [.. Enumerable.Range(0, 100).Select(i => i * 1e-3)];
        var run = new RunResult
        {
            Model = name,
            Seed = 7,
            Dt = 1e-3,
            Duration = 0.1,
            Threads = 1,
            BuildSeconds = 0.02,
            RunSeconds = 0.001,
            PeakBytes = 1 << 20,
            Populations = [new PopulationResult(name, 2, [0.01, 0.03, 0.05], [0, 0, 0], 0.1)],
            Probes =
            [
                new ProbeResult(name, "v", Dimension.Voltage, [0, 1], times,
                    [.. times.SelectMany(t => new[] { -0.07 + (0.01 * Math.Sin(60 * t)), -0.06 })]),
            ],
        };
        return new CellReportContent(model, run, [("v", "linear with constant coefficients")],
            new RunProvenance("isonomia simulate cell"))
        {
            ParameterValues = ImmutableSortedDictionary<string, double>.Empty.Add("tau", 0.02).Add("odd", double.NaN),
            Curve = FrequencyCurve.Of("I_ext", Dimension.Current, [0, 1e-10], run.Populations[0]),
            Plane = new PhasePlaneView(
                new Symbol("v", SymbolKind.State, Dimension.Voltage),
                    new Symbol("w", SymbolKind.State, Dimension.Current),
                PhasePlane.Compute((x, y) => (x - y, -y - x), -1, 1.1, -1, 1.1), [0.5, 0.1, 0], [0.5, -0.1, 0], [2], 0),
            Warnings = ["a <b>warning</b>"],
        };
    }
}
