using System.Collections.Immutable;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Reporting.Runs;
using Isonomia.Simulation.Results;

namespace Isonomia.Cli.Sweeping;

/// <summary>A model of which a sweep makes runs: a cell or a circuit.</summary>
internal abstract class SweptModel
{
    /// <summary>The names of its populations; of a cell its own name.</summary>
    public abstract IReadOnlyList<string> Populations { get; }

    /// <summary>The seed that it asks for.</summary>
    public abstract ulong Seed { get; }

    /// <summary>Its description in canonical form.</summary>
    public abstract string Text { get; }

    /// <summary>The files and models of the library of which it is made.</summary>
    public abstract ImmutableArray<RunInput> Inputs { get; }

    /// <summary>Finds a model as <c>simulate</c> does, with values set for all runs.</summary>
    /// <exception cref="ModelException">It is neither cell nor circuit, or something is wrong with it.</exception>
    public static SweptModel Find(SweepRequest request)
    {
        return ModelFile.Find(SimulationRequest.NameOf(request.Model)) switch
        {
            CellDescription cell => new SweptCell(cell, request),
            CircuitDescription circuit => new SweptCircuit(circuit, request),
            var other => throw new ModelException([new Diagnostic(
                Severity.Error, $"'{other.Name}' is a receptor, where a cell or a circuit was expected",
                new SourceText(request.Model, "sweep"), new TextSpan(0, request.Model.Length))]),
        };
    }

    /// <summary>Whether a channel can be recorded: "E.lfp", "E.v[3]".</summary>
    /// <param name="channel">The channel's name.</param>
    /// <param name="known">Those that can.</param>
    public abstract bool CanRecord(string channel, out IReadOnlyList<string> known);

    /// <summary>Reports what is wrong with values.</summary>
    public abstract void Check(IReadOnlyList<KeyValuePair<string, string>> settings, DiagnosticBag bag);

    /// <summary>Runs it with values, on one thread, recording what the measures need.</summary>
    /// <exception cref="OperationCanceledException">It was asked to stop.</exception>
    public abstract RunResult Run(
        IReadOnlyList<KeyValuePair<string, string>> settings, ulong seed, IReadOnlyList<SweepMeasure> measures,
        CancellationToken cancellation);

    /// <summary>The variable of a channel's name: "v" of "E.v[3]".</summary>
    protected static string VariableOf(string population, string channel) =>
        channel[(population.Length + 1)..].Split('[')[0];
}
