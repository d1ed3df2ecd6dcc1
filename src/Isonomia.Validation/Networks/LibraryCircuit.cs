using Isonomia.Modeling.Circuits;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Integration;
using Isonomia.Modeling.Models;
using Isonomia.Simulation.Circuits;
using Isonomia.Simulation.Compilation;
using Isonomia.Simulation.Results;
using Isonomia.Validation.Climbing;

namespace Isonomia.Validation.Networks;

/// <summary>Circuits of the library, with some of their values changed, run.</summary>
internal static class LibraryCircuit
{
    /// <summary>A circuit of the library.</summary>
    /// <param name="name">Its name, with a variant's after a colon.</param>
    /// <param name="settings">Paths and what is written there, as <c>simulate --set</c> takes them.</param>
    public static CircuitModel Named(string name, params (string Path, string Value)[] settings)
    {
        var bag = new DiagnosticBag();
        var parts = name.Split(':');
        var circuit = (CircuitDescription)ModelLibrary.Find(parts[0]).Variant(parts.Length > 1 ? parts[1] : null);
        foreach (var (path, value) in settings)
            circuit = SettingPath.Apply(circuit, path, value, bag);
        bag.ThrowIfErrors();
        return circuit.ToModel();
    }

    /// <summary>Runs a circuit on all threads that the rung may use.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <param name="seed">The seed of all its randomness.</param>
    /// <param name="run">The rung it is run for.</param>
    /// <param name="duration">In seconds; null for what it asks for.</param>
    /// <param name="from">The share of the rung that is done before.</param>
    /// <param name="to">The share that is done after.</param>
    public static RunResult Run(
        CircuitModel circuit, long seed, RungRun run, double? duration = null, double from = 0, double to = 0)
    {
        var settings = new CircuitRunSettings { Seed = (ulong)seed, Duration = duration, Threads = run.Threads };
        return Run(circuit, settings, run, new Share(run, from, to));
    }

    /// <summary>Runs a circuit on one thread, so that many can run side by side; in double precision unless told
    /// otherwise.</summary>
    public static RunResult RunSmall(
        CircuitModel circuit, long seed, RungRun run, double? duration = null, IntegrationMethod? integrator = null,
        Precision precision = Precision.Double)
    {
        var settings = new CircuitRunSettings
        {
            Seed = (ulong)seed,
            Duration = duration,
            Threads = 1,
            Precision = precision,
            Integrator = integrator,
        };
        return Run(circuit, settings, run, null);
    }

    private static RunResult Run(
        CircuitModel circuit, CircuitRunSettings settings, RungRun run, IProgress<CircuitProgress>? progress)
    {
        using var running = new CircuitRun(circuit, settings, run.Cancellation);
        var result = running.Run(progress, cancellation: run.Cancellation);
        run.Cancellation.ThrowIfCancellationRequested();
        return result;
    }

    private sealed class Share(RungRun run, double from, double to) : IProgress<CircuitProgress>
    {
        public void Report(CircuitProgress value) => run.Done(from + (to - from) * value.Time / value.Duration);
    }
}
