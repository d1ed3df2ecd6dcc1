using System.Collections.Immutable;
using Isonomia.Modeling.Circuits;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Reporting.Runs;
using Isonomia.Simulation.Circuits;
using Isonomia.Simulation.Results;

namespace Isonomia.Cli.Sweeping;

/// <summary>A circuit of which a sweep makes runs.</summary>
internal sealed class SweptCircuit : SweptModel
{
    private readonly CircuitDescription description;
    private readonly CircuitModel asWritten;
    private readonly SweepRequest request;

    public SweptCircuit(CircuitDescription circuit, SweepRequest request)
    {
        var bag = new DiagnosticBag();
        this.request = request;
        description = Changed(circuit, request.Settings, bag);
        bag.ThrowIfErrors();
        asWritten = description.ToModel();
        Text = ModelFile.Write(description);
    }

    public override IReadOnlyList<string> Populations => [.. asWritten.Populations.Select(p => p.Name)];

    public override ulong Seed => asWritten.Seed;

    public override string Text { get; }

    public override ImmutableArray<RunInput> Inputs =>
        RunInputs.Of(SimulationRequest.NameOf(request.Model), asWritten);

    public override bool CanRecord(string channel, out IReadOnlyList<string> known)
    {
        known = [.. asWritten.Probes.SelectMany(
            p => Recorded(p).Select(name => $"{asWritten.Populations[p.Population].Name}.{name}")).Distinct()];
        return known.Contains(channel.Split('[')[0]);
    }

    public override void Check(IReadOnlyList<KeyValuePair<string, string>> settings, DiagnosticBag bag)
    {
        var changed = Changed(description, settings, bag);
        if (!bag.HasErrors)
            changed.Resolve(bag);
    }

    public override RunResult Run(
        IReadOnlyList<KeyValuePair<string, string>> settings, ulong seed, IReadOnlyList<SweepMeasure> measures,
        CancellationToken cancellation)
    {
        var bag = new DiagnosticBag();
        var circuit = Changed(description, settings, bag).Resolve(bag);
        bag.ThrowIfErrors();
        using var run = new CircuitRun(circuit! with { Probes = Needed(circuit, measures) }, new CircuitRunSettings
        {
            Duration = request.Duration,
            Dt = request.Dt,
            Seed = seed,
            Threads = 1,
            Precision = request.Precision,
            MostBytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / request.Threads,
        }, cancellation);
        var result = run.Run(cancellation: cancellation);

        // A run that was ended early is none.
        cancellation.ThrowIfCancellationRequested();
        return result;
    }

    private static CircuitDescription Changed(
        CircuitDescription circuit, IReadOnlyList<KeyValuePair<string, string>> settings, DiagnosticBag bag) =>
        settings.Aggregate(circuit, (c, setting) => SettingPath.Apply(c, setting.Key, setting.Value, bag));

    private static IEnumerable<string> Recorded(ProbeModel probe) =>
        probe.Values.Select(v => v.Name).Concat(probe.Proxy == LfpProxy.None ? [] : ["lfp"]);

    // What is recorded for no measure would only cost.
    private static ImmutableArray<ProbeModel> Needed(CircuitModel circuit, IReadOnlyList<SweepMeasure> measures)
    {
        var probes = ImmutableArray.CreateBuilder<ProbeModel>();
        for (var p = 0; p < circuit.Populations.Length; p++)
        {
            var name = circuit.Populations[p].Name;
            var own = measures.Where(m => m.Population == name).ToArray();
            if (own.Any(m => m.NeedsSpikes))
                probes.Add(new ProbeModel { Population = p, Spikes = true, Every = circuit.Dt });
            var variables = own.Where(m => m.Channel is not null).Select(m => VariableOf(name, m.Channel!)).ToArray();
            probes.AddRange(circuit.Probes
                .Where(probe => probe.Population == p && Recorded(probe).Any(variables.Contains))
                .Select(probe => probe with { Spikes = false }));
        }

        return probes.ToImmutable();
    }
}
