using System.Collections.Immutable;
using Isonomia.Modeling.Circuits;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Units;
using Isonomia.Numerics.Random;
using Isonomia.Reporting.Runs;
using Isonomia.Reporting.Runs.Circuits;
using Isonomia.Simulation.Results;

namespace Isonomia.Reporting.Tests.Runs;

/// <summary>
/// A run of two populations as a simulation would leave it: Poisson processes whose rates a rhythm modulates, so that
/// everything the report shows is known beforehand.
/// </summary>
internal static class SampleCircuit
{
    public const double Dt = 1e-4;
    public const double RhythmHz = 40;
    public const double RateE = 4;
    public const double RateI = 12;

    public static CircuitReportContent Content(string name = "sample", double duration = 3, int scale = 1)
    {
        var circuit = Circuit(name, scale);
        return new CircuitReportContent(circuit, Run(circuit, duration),
            new RunProvenance($"isonomia simulate {name}")
            {
                Inputs = [new RunInput(name + ".yaml", "00ff", "circuit: " + name)],
            });
    }

    public static CircuitModel Circuit(string name, int scale = 1)
    {
        var cell = ModelFile.ReadCell("cells/lif-delta");
        var port = new ArrivalPort("delta", Dimension.Voltage, []);
        return new CircuitModel
        {
            Name = name,
            Description = "Two populations.",
            Source = "Made up for a test",
            Parameters = ImmutableSortedDictionary<string, double>.Empty.Add("g", 5),
            Dt = Dt,
            Duration = 3,
            Populations =
            [
                new PopulationModel { Name = "E", Size = 800 * scale, Class = "E", Cell = cell, Arrivals = [port] },
                new PopulationModel { Name = "I", Size = 200 * scale, Class = "I", Cell = cell, Arrivals = [port] },
            ],
            Projections =
            [
                Projection("E->I", 0, 1, new SynapticValue.Constant(1e-4)),
                Projection("I->E", 1, 0, new SynapticValue.Normal(-5e-4, 5e-5) { Maximum = 0 }),
            ],
            Stimuli =
            [
                new StimulusModel { Name = "background", Target = 0, Port = "delta", Weight = 1e-4,
                    Rate = Expression.Constant(20_000, Dimension.Frequency) },
            ],
        };
    }

    public static RunResult Run(CircuitModel circuit, double duration)
    {
        double[] times = [.. Enumerable.Range(0, (int)Math.Round(duration * 1000)).Select(i => i * 1e-3)];
        var noise = new RandomStream(3, "sample field");
        double Wave(double t) => Math.Sin(2 * Math.PI * RhythmHz * t);
        var level = 0.0;
        double[] field = [.. times.Select(t => 1e-9 * ((level = (0.95 * level) + noise.Normal()) + (2 * Wave(t))))];
        return new RunResult
        {
            Model = circuit.Name,
            Seed = 7,
            Dt = Dt,
            Duration = duration,
            Threads = 2,
            BuildSeconds = 0.1,
            RunSeconds = 1.5,
            PeakBytes = 1 << 24,
            Synapses = 100_000,
            SynapseBytes = 420_000,
            Resolutions = [new WeightResolution("E", "delta", Dimension.Voltage, 1e-8, "16-bit weights")],
            Choices = [new RunChoice("E", "v", "exact: linear"), new RunChoice("I", "v", "exact: linear")],
            Populations = [Spikes(circuit.Populations[0], RateE, 0, duration),
                Spikes(circuit.Populations[1], RateI, 1, duration)],
            Probes =
            [
                new ProbeResult("E", "I_E", Dimension.Current, [-1], times,
                    [.. times.Select(t => 2e-10 * (1.5 + Wave(t)))]) { IsSum = true },
                new ProbeResult("E", "I_I", Dimension.Current, [-1], times,
                    [.. times.Select(t => -2e-10 * (2 + Wave(t - 2e-3)))]) { IsSum = true },
                new ProbeResult("E", "lfp", Dimension.Current, [-1], times, field) { IsSum = true },
                new ProbeResult("E", "v", Dimension.Voltage, [0, 5], times,
                    [.. times.SelectMany(t => new[] { -0.06 + (0.002 * Wave(t)), -0.065 })]),
            ],
        };
    }

    private static ProjectionModel Projection(string name, int source, int target, SynapticValue weight) => new()
    {
        Name = name,
        Source = source,
        Target = target,
        Port = "delta",
        Rule = new ConnectionRule.InDegree(80),
        Weight = weight,
        Delay = new SynapticValue.Constant(1.5e-3),
        Autapses = false,
    };

    // At most one spike a step: a Bernoulli process of the wanted rate.
    private static PopulationResult Spikes(PopulationModel population, double rate, int entity, double duration)
    {
        var stream = new RandomStream(1, "sample spikes", entity);
        var (times, cells) = (new List<double>(), new List<int>());
        for (var step = 0; step < (int)Math.Round(duration / Dt); step++)
        {
            var t = (step + 1) * Dt;
            var mean = population.Size * rate * Dt * (1 + (0.8 * Math.Sin(2 * Math.PI * RhythmHz * t)));
            var count = (int)stream.Poisson(mean);
            foreach (var cell in Enumerable.Range(0, count).Select(_ =>
                (int)(stream.Uniform() * population.Size)).Distinct().Order())
            {
                times.Add(t);
                cells.Add(cell);
            }
        }

        return new PopulationResult(population.Name, population.Size, [.. times], [.. cells], duration);
    }
}
