using System.Diagnostics;
using Isonomia.Modeling.Circuits;
using Isonomia.Modeling.Expressions;
using Isonomia.Numerics.Files;
using Isonomia.Simulation.Connectivity;
using Isonomia.Simulation.Delivery;
using Isonomia.Simulation.Populations;
using Isonomia.Simulation.Synapses;
using Isonomia.Simulation.Teams;

namespace Isonomia.Simulation.Circuits;

/// <summary>
/// A circuit that runs. Its cells are divided into blocks, each with all synapses onto it; threads step their blocks
/// from one meeting to the next, which is as long as the shortest delay: what others' cells send in between cannot
/// arrive before. What arrives is added as integers, and all randomness is a function of what it is for, so that the
/// threads' number and pace change nothing.
/// </summary>
internal sealed partial class CircuitEngine : IDisposable
{
    private readonly CircuitModel circuit;
    private readonly TargetBlock[] blocks;
    private readonly SpikeHistory[] histories;
    private readonly ThreadTeam team;
    private readonly Pace pace;
    private readonly int interval;
    private readonly int longest;

    private CircuitEngine(
        CircuitModel circuit, Population?[] populations, TargetBlock[] blocks, PopulationRecorder[] recorders,
        int interval, int longest, int threads)
    {
        (this.circuit, Populations, this.blocks, Recorders) = (circuit, populations, blocks, recorders);
        (this.interval, this.longest) = (interval, longest);
        histories = [.. blocks.Select(b => b.History)];
        team = new ThreadTeam(threads);
        pace = new Pace(threads);
    }

    /// <summary>The cells of each population; null for those that only send spikes.</summary>
    public Population?[] Populations { get; }

    /// <summary>What is recorded besides spikes.</summary>
    public PopulationRecorder[] Recorders { get; }

    /// <summary>The number of the next step.</summary>
    public long NextStep { get; private set; }

    /// <summary>The most threads used at once.</summary>
    public int Threads => team.Members;

    /// <summary>The number of synapses.</summary>
    public long Synapses => blocks.Sum(b => b.Synapses);

    /// <summary>Bytes of synapses and what finds them.</summary>
    public long Bytes => blocks.Sum(b => b.Bytes);

    /// <summary>Synaptic events delivered.</summary>
    public long Events => blocks.Sum(b => b.Events);

    /// <summary>Makes a circuit ready to run.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <param name="settings">How it is run.</param>
    /// <param name="cancellation">Stops the building.</param>
    /// <exception cref="CircuitTooLargeException">It does not fit the memory.</exception>
    public static CircuitEngine Build(CircuitModel circuit, CircuitRunSettings settings, CancellationToken cancellation)
    {
        var dt = settings.Dt ?? circuit.Dt;
        var seed = settings.Seed ?? circuit.Seed;
        var threads = Math.Max(1, settings.Threads);
        ProjectionEdges[] edges =
        [
            .. circuit.Projections.Select(p => new ProjectionEdges(
                p, circuit.Populations[p.Source], circuit.Populations[p.Target], seed, dt)),
        ];
        var ports = PortPlan.Of(circuit, edges, dt);
        MemoryPlan.RequireFit(circuit, edges, ports, settings);
        var code = new PopulationCode(settings);
        Population?[] populations =
        [
            .. circuit.Populations.Select((p, i) => p.Cell is null ? null : Cells(p, ports[i], code, settings, seed, dt)),
        ];
        var rules = PlasticRule.Of(circuit, edges, populations, ports, dt, seed);
        var parts = Partition.Of(circuit, threads);
        var graded = GradedLinks.Of(circuit, edges, populations, settings);
        var delayed = edges.Where((_, e) => PortPlan.IsArrival(circuit, circuit.Projections[e])).ToArray();
        var longestDelay = delayed.Select(e => e.MaxDelaySteps).DefaultIfEmpty(1).Max();
        var shortestDelay = graded is not null ? 1 : delayed.Select(e => e.MinDelaySteps).DefaultIfEmpty(64).Min();
        int[] sizes = [.. circuit.Populations.Select(p => p.Size)];
        bool[] isKept = [.. circuit.Populations.Select((_, i) => circuit.Probes.Any(p => p.Population == i && (p.Spikes || p.Rate)))];
        var made = new TargetBlock[parts.Length];
        Parallel.For(0, parts.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, b =>
        {
            cancellation.ThrowIfCancellationRequested();
            made[b] = new TargetBlock(
                parts[b], populations,
                [.. parts[b].Select(p => circuit.Populations[p.Population] is { Cell: null } source
                    ? new SpikeTrainSource(source, p, seed, dt) : null)],
                [.. Stimuli(circuit, parts[b]).Where(s => s.Stimulus.Rate is not null).Select(s => new PoissonDrive(
                    s.Stimulus, s.Part, s.Port, ports[s.Part.Population][s.Port].Quantum, seed, dt))],
                [.. Stimuli(circuit, parts[b]).Where(s => s.Stimulus.Rate is null).Select(s => new ListedDrive(
                    s.Stimulus, s.Part, s.Port, ports[s.Part.Population][s.Port].Quantum, dt))],
                Tables(circuit, edges, ports, parts[b], sizes),
                new SpikeHistory(sizes.Length, longestDelay + shortestDelay + 1),
                isKept)
            {
                Sizes = sizes,
                Plastic = [.. rules.SelectMany(r => parts[b].Where(p => p.Population == r.Projection.Target)
                    .Select(p => new PlasticGroup(r, p, sizes[r.Projection.Source])))],
            };
        });
        PopulationRecorder[] recorders =
        [
            .. circuit.Probes.Where(p => !p.Values.IsEmpty && populations[p.Population] is not null)
                .Select(p => new PopulationRecorder(p, populations[p.Population]!, dt, settings.Spool)),
        ];
        return new CircuitEngine(circuit, populations, made, recorders, shortestDelay, longestDelay, threads)
        {
            Ports = ports,
            Spikes = [.. isKept.Select(kept => kept ? new Spool<long>(settings.Spool) : null)],
            Graded = graded,
            Rules = rules,
        };
    }

    /// <summary>For each population how weights are kept at its ports.</summary>
    public required PortPlan[][] Ports { get; init; }

    /// <summary>For each population whose spikes are recorded all until now, each as step x size + cell, ascending.</summary>
    public required Spool<long>?[] Spikes { get; init; }

    /// <summary>What is summed over sources at every step; null where nothing is.</summary>
    public required GradedLinks? Graded { get; init; }

    /// <summary>Projections whose synapses keep states of their own.</summary>
    public required PlasticRule[] Rules { get; init; }

    /// <summary>Performs steps.</summary>
    /// <exception cref="DivergenceException">A state left the numbers.</exception>
    public void Advance(long steps)
    {
        var (first, end) = (NextStep, NextStep + steps);
        foreach (var recorder in Recorders)
            recorder.Open(first, end);
        var (members, clock) = (pace.Next, Stopwatch.StartNew());
        team.Run(members, (member, meeting) =>
        {
            var own = blocks.AsSpan()[(blocks.Length * member / members)..(blocks.Length * (member + 1) / members)];
            for (var from = first; from < end; from += interval)
            {
                var until = Math.Min(end, from + interval);
                if (Graded is not null && !SumOverSources(from, own, member, members, meeting))
                    return;
                foreach (var block in own)
                {
                    for (var step = from; step < until; step++)
                    {
                        Record(step, block);
                        block.Step(step, histories);
                    }
                }

                if (!meeting.Meet())
                    return;
            }
        });
        foreach (var recorder in Recorders)
            recorder.Close();
        CollectSpikes();
        pace.Took(clock.Elapsed.TotalSeconds, steps);
        NextStep = end;
    }

    /// <summary>Throws if a state is not finite.</summary>
    /// <exception cref="DivergenceException">A state left the numbers.</exception>
    public void RequireFinite()
    {
        foreach (var population in Populations)
            population?.RequireFinite(NextStep * population.Settings.Dt);
    }

    /// <summary>The number of spikes of a population.</summary>
    public long SpikesOf(int population) => blocks.Sum(b => b.Counts[population]);

    /// <summary>
    /// The weights of the synapses of a projection that keep states of their own, in SI base units: target by target,
    /// those of a target in the order in which they were drawn. Null for other projections.
    /// </summary>
    public double[]? WeightsOf(string projection)
    {
        if (Array.Find(Rules, r => r.Projection.Name == projection) is not { } rule)
            return null;
        var tables = TablesOf(rule).ToArray();
        var weights = new double[tables.Sum(t => t.Count)];
        var done = 0;
        foreach (var table in tables)
        {
            table.Read(0, weights.AsSpan(done, table.Count));
            done += table.Count;
        }

        return weights;
    }

    /// <summary>
    /// The recorded spikes of a population, by step, then by cell, each as step x size + cell; null where none are kept.
    /// </summary>
    public Column<long>? RecordOf(int population) => Spikes[population];

    /// <inheritdoc/>
    public void Dispose()
    {
        team.Dispose();
        foreach (var block in blocks)
            block.Dispose();
    }

    // What others' cells give is known once all have evaluated theirs, and shared sums once all have made their part.
    private bool SumOverSources(
        long step, ReadOnlySpan<TargetBlock> own, int member, int members, Rendezvous meeting)
    {
        foreach (var block in own)
        {
            foreach (var part in block.Parts)
                Graded!.Evaluate(step, part);
        }

        if (!meeting.Meet())
            return false;
        Graded!.Prepare(member, members);
        if (!meeting.Meet())
            return false;
        foreach (var block in own)
        {
            foreach (var part in block.Parts)
                Graded.Sum(part);
        }

        return true;
    }

    // All spikes of a stretch are later than those of the stretch before, so that what is sorted stretch by stretch is sorted.
    private void CollectSpikes()
    {
        for (var p = 0; p < Spikes.Length; p++)
        {
            if (Spikes[p] is not { } spool)
                continue;
            long[] fresh = [.. blocks.SelectMany(b => b.Records[p]!)];
            Array.Sort(fresh);
            spool.Append(fresh);
            foreach (var block in blocks)
                block.Records[p]!.Clear();
        }
    }

    private void Record(long step, TargetBlock block)
    {
        foreach (var recorder in Recorders)
        {
            foreach (var part in block.Parts)
            {
                if (part.Population == recorder.Model.Population)
                    recorder.Record(step, part);
            }
        }
    }

    private static Population Cells(
        PopulationModel model, PortPlan[] ports, PopulationCode code, CircuitRunSettings settings, ulong seed, double dt)
    {
        var compiled = code.Of(model);
        var population = new Population(compiled, model.Size, new PopulationSettings
        {
            Name = model.Name,
            Dt = dt,
            Seed = seed,
            Precision = settings.Precision,
            Quanta = PopulationSettings.NoQuanta.AddRange(
                model.Arrivals.Select((p, i) => KeyValuePair.Create(p.Name, ports[i].Quantum))),
            Parameters = PopulationSettings.NoParameters.AddRange(
                model.Listed.Where(l => PopulationCode.IsParameter(model.Cell!, l.Key))
                    .Select(l => KeyValuePair.Create(l.Key, l.Value.ToArray()))),
        });
        foreach (var (state, values) in model.Listed.Where(l => !PopulationCode.IsParameter(model.Cell!, l.Key)))
        {
            for (var cell = 0; cell < model.Size; cell++)
                population[state, cell] = values[cell];
        }

        return population;
    }

    private static IEnumerable<(StimulusModel Stimulus, CellPart Part, int Port)> Stimuli(
        CircuitModel circuit, CellPart[] parts) =>
        from stimulus in circuit.Stimuli
        from part in parts
        where part.Population == stimulus.Target
        select (stimulus, part, PortPlan.IndexOf(circuit.Populations[part.Population], stimulus.Port));

    private static SynapseTable[] Tables(
        CircuitModel circuit, ProjectionEdges[] edges, PortPlan[][] ports, CellPart[] parts, int[] sizes)
    {
        var groups = new[] { new List<SynapseGroup>(), new List<SynapseGroup>() };
        for (var p = 0; p < edges.Length; p++)
        {
            var projection = circuit.Projections[p];
            if (projection.Synapse is not null || !PortPlan.IsArrival(circuit, projection)
                || Array.Find(parts, t => t.Population == projection.Target) is not { } part)
            {
                continue;
            }

            var port = PortPlan.IndexOf(circuit.Populations[projection.Target], projection.Port);
            var plan = ports[projection.Target][port];
            groups[plan.IsWide ? 1 : 0].Add(new SynapseGroup(
                edges[p], projection.Source, part.First, part.Cells, part.Slots[port], plan.Quantum));
        }

        return [.. groups.Select((g, wide) => (g, wide)).Where(t => t.g.Count > 0)
            .Select(t => SynapseTable.Build(t.g, sizes, t.wide == 1))];
    }
}
