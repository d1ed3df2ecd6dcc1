using System.Globalization;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Models;
using Isonomia.Simulation.Compilation;
using Isonomia.Simulation.Results;
using Isonomia.Simulation.Running;

namespace Isonomia.Simulation.Tests.Gallery;

/// <summary>
/// Cells of Brian 2's gallery and guide, and textbook models, run side by side with Brian 2 itself. brian2-runs.txt holds
/// what Brian 2.5.1 (target numpy, double precision) gave for the same strings, step and method: the number of spikes
/// with the first and last step, and each state at the end beside the largest value it had. Values of parameters are
/// those of the pages where they give one. A refractory time is one step longer for Brian 2, which counts it from the
/// start of the step that found the spike (docs/brian-compatibility.md).
/// </summary>
public class BrianRunsTests
{
    private static readonly Dictionary<string, string[]> blocks = Read();

    public static TheoryData<string> Names => [.. blocks.Keys];

    // Rounding is amplified by chaos (Lorenz, Hindmarsh-Rose) and by thresholds; a wrong formula is off by far more.
    [Theory]
    [MemberData(nameof(Names))]
    public void A_pasted_model_runs_as_in_brian(string name)
    {
        var block = blocks[name];
        var model = Model(name, block);
        var dt = Number(Value(block, "dt"));
        var result = Run(model, block, dt);
        if (block.Any(l => l.StartsWith("spikes", StringComparison.Ordinal)))
            Assert.Equal(Value(block, "spikes"), Spikes(result, dt));
        foreach (var probe in result.Probes)
        {
            var expected = Value(block, $"final {probe.Variable}").Split(" of ");
            Assert.Equal(Number(expected[0]), probe.Trace(0)[^1], Number(expected[1]) * 1e-10);
        }
    }

    [Fact]
    public void Half_a_hundred_models_are_compared() => Assert.InRange(blocks.Count, 50, int.MaxValue);

    private static RunResult Run(CellModel model, string[] block, double dt)
    {
        var settings = new CellRunSettings
        {
            Duration = Number(Value(block, "for")),
            Dt = dt,
            Precision = Precision.Double,
            Integrator = IntegratorNames.Find(Value(block, "integrator"))!.Value,
            Probes = [.. model.Equations.States.Select(s => s.Name)],
        };
        return new CellRun(model, settings).Run(null, TestContext.Current.CancellationToken);
    }

    private static string Spikes(RunResult result, double dt)
    {
        var times = result.Populations[0].SpikeTimes;
        return times.Length == 0
            ? "0"
            : string.Create(CultureInfo.InvariantCulture,
                $"{times.Length} {Math.Round(times[0] / dt):0} {Math.Round(times[^1] / dt):0}");
    }

    private static CellModel Model(string name, string[] block)
    {
        var bag = new DiagnosticBag();
        var text = string.Join('\n', block.Where(l => l.StartsWith('|')).Select(l => l[2..]));
        var cell = (CellDescription?)ModelFile.Parse(text, name, bag);
        bag.ThrowIfErrors();
        return cell!.ToModel();
    }

    private static string Value(string[] block, string key) =>
        block.Single(l => l.StartsWith(key + ": ", StringComparison.Ordinal))[(key.Length + 2)..];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static Dictionary<string, string[]> Read()
    {
        using var stream = typeof(BrianRunsTests).Assembly.GetManifestResourceStream("brian2-runs.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Split("=== ", StringSplitOptions.RemoveEmptyEntries)
            .Select(b => b.TrimEnd().Split('\n')).ToDictionary(b => b[0], b => b[1..], StringComparer.Ordinal);
    }
}
