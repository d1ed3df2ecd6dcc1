using System.Diagnostics;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Integration;
using Isonomia.Simulation.Circuits;

namespace Isonomia.Bench;

/// <summary>
/// Circuits of the library at 0.1 ms: wall-clock seconds for a simulated second, on two threads and on one, beside the
/// peers' (NEST 3.9-development with 2 threads, Brian 2.5.1 C++ standalone at its best; 2 cores of an EPYC of the fourth
/// generation); the time of an event and of a cell's step; and how cost grows with size at a fixed number of synapses a
/// cell. Cells with conductances are stepped by exponential Euler, as Brian's are. The first circuit of the process is run
/// once before anything is measured.
/// </summary>
internal static class CircuitsBench
{
    private const int Rounds = 3;

    private static readonly Case[] Cases =
    [
        new("brunel2000", 1, Nest: 12, Brian: 5.0),
        new("brette2007-coba", 5, Nest: 3.9, Brian: 0.33) { Integrator = IntegrationMethod.ExponentialEuler },
        new("brette2007-cobahh", 2, Nest: 10, Brian: 3.1) { Integrator = IntegrationMethod.ExponentialEuler },
        new("vogels2011", 20, Nest: 12.5, Brian: 0.58) { Integrator = IntegrationMethod.ExponentialEuler },
        new("potjans-diesmann2014", 1, Nest: 128, Brian: null),
    ];

    /// <summary>The peers' cases.</summary>
    public static void Run()
    {
        Console.WriteLine("circuits: seconds for a simulated second");
        Measure(Cases[0], 2, 0.1);
        foreach (var circuit in Cases)
        {
            var two = Measure(circuit, 2, circuit.Seconds);
            var one = Measure(circuit, 1, circuit.Seconds);
            Console.WriteLine($"  {circuit.Name}: {two.Factor:0.000} (1 thread {one.Factor:0.000}), built in {two.Build:0.00} s, "
                + $"{two.Synapses:N0} synapses, {two.Bytes / 1e9:0.00} GB; {two.Events / 1e6:0} M events a second, "
                + $"{one.Seconds * 1e9 / one.Events / circuit.Seconds:0.00} ns of one thread each, all included");
            Console.WriteLine($"    NEST {circuit.Nest}: {circuit.Nest / two.Factor:0} x"
                + (circuit.Brian is { } brian ? $"; Brian 2 {brian}: {brian / two.Factor:0.0} x" : ""));
        }
    }

    /// <summary>From 10^4 to 10^6 cells with 1,000 + 250 synapses each.</summary>
    public static void Scale()
    {
        Console.WriteLine("circuits: Brunel's network, 1,250 synapses a cell, 2 threads");
        foreach (var cells in new[] { 10_000, 30_000, 100_000, 300_000, 1_000_000 })
        {
            var circuit = new Case("brunel2000", 0.2, 0, null, FormattableString.Invariant($"parameters.epsilon={1250.0 / cells}"));
            var run = Measure(circuit, 2, circuit.Seconds, 1);
            Console.WriteLine($"  {cells:N0} cells, {run.Synapses:N0} synapses: {run.Factor:0.00} s a second, built in {run.Build:0.0} s, "
                + $"{run.Seconds * 2e9 / run.Events / circuit.Seconds:0.00} thread-ns an event, {run.Bytes / 1e9:0.0} GB");
        }
    }

    private static Outcome Measure(Case circuit, int threads, double seconds, int rounds = Rounds)
    {
        var bag = new DiagnosticBag();
        var described = (CircuitDescription)ModelFile.Find("circuits/" + circuit.Name);
        if (circuit.Setting is { } setting)
            described = SettingPath.Apply(described, setting.Split('=')[0], setting.Split('=')[1], bag);
        var model = described.Resolve(bag);
        bag.ThrowIfErrors();

        // Spikes are recorded, as the peers' are, and nothing else.
        model = model! with { Probes = [.. model.Probes.Where(p => p.Spikes)] };
        var best = new Outcome(double.PositiveInfinity, 0, 0, 0, 1, 0);
        for (var round = 0; round < rounds; round++)
        {
            using var run = new CircuitRun(model, new CircuitRunSettings
            {
                Threads = threads,
                Duration = seconds,
                Integrator = circuit.Integrator,
            });
            var result = run.Run();
            if (result.RealTimeFactor < best.Factor)
            {
                best = new Outcome(result.RealTimeFactor, result.RunSeconds, result.BuildSeconds, result.Synapses,
                    Math.Max(1, run.Events) / seconds, Process.GetCurrentProcess().PeakWorkingSet64);
            }
        }

        return best;
    }

    private sealed record Case(string Name, double Seconds, double Nest, double? Brian, string? Setting = null)
    {
        public IntegrationMethod? Integrator { get; init; }
    }

    private readonly record struct Outcome(
        double Factor, double Seconds, double Build, long Synapses, double Events, long Bytes);
}
