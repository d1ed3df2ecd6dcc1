using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using Isonomia.Simulation.Compilation;
using Isonomia.Simulation.Connectivity;
using Isonomia.Simulation.Populations.Kernels;
using Isonomia.Simulation.Synapses.Kernels;

namespace Isonomia.Simulation.Synapses;

/// <summary>
/// The synapses of one projection that have states of their own, onto one range of targets: one record each
/// (<see cref="SynapseRecord"/>), sorted by source, delay and target, so that what a spike reaches after one delay is
/// one run; and for each target the list of its synapses. States are brought up to date at events only. At one step
/// first all arrivals are delivered, then what spikes of the targets do; what happens at a synapse depends on its own
/// events and its target's cell alone, and what it transmits is a whole number of units, so nothing depends on how
/// targets are divided. Cost: the record, read and written, and the rule. Measured on one core of an EPYC 9005, pair
/// rule with two traces, 2 million synapses of 20 bytes: 7 ns an arrival, 32 ns a synapse of a target that spikes,
/// which is a cache line from afar.
/// </summary>
internal sealed unsafe class PlasticTable
{
    private const long MostBytes = int.MaxValue - 64;
    private readonly SynapseCode code;
    private readonly CellMemory records;
    private readonly int[] runs;
    private readonly int[] order;
    private readonly int[] targetEnds;
    private readonly int firstTarget;

    private PlasticTable(
        SynapseCode code, CellMemory records, int[] runs, int[] order, int[] targetEnds, int firstTarget,
        int firstDelay, int delays)
    {
        (this.code, this.records, this.runs, this.order, this.targetEnds) = (code, records, runs, order, targetEnds);
        (this.firstTarget, FirstDelay, Delays) = (firstTarget, firstDelay, delays);
    }

    /// <summary>The shortest delay, in steps.</summary>
    public int FirstDelay { get; }

    /// <summary>The number of delays, from the shortest to the longest.</summary>
    public int Delays { get; }

    /// <summary>The number of synapses.</summary>
    public int Count => order.Length;

    /// <summary>Bytes taken.</summary>
    public long Bytes =>
        (long)Count * (code.Record.Bytes + sizeof(int)) + (runs.Length + targetEnds.Length) * (long)sizeof(int);

    /// <summary>Synaptic events so far: arrivals, and synapses of targets that spiked.</summary>
    public long Events { get; private set; }

    /// <summary>Draws the synapses onto targets [first, end).</summary>
    /// <param name="code">The rule.</param>
    /// <param name="edges">The synapses.</param>
    /// <param name="start">Values of states at the start.</param>
    /// <param name="sources">The size of the source population.</param>
    /// <param name="firstTarget">The first target.</param>
    /// <param name="endTarget">Behind the last target.</param>
    /// <exception cref="ProjectionException">There are too many synapses for one table.</exception>
    public static PlasticTable Build(
        SynapseCode code, ProjectionEdges edges, SynapseStart start, int sources, int firstTarget, int endTarget)
    {
        var (firstDelay, delays) = (edges.MinDelaySteps, edges.MaxDelaySteps - edges.MinDelaySteps + 1);
        var rowEnds = new int[checked(sources * delays + 1)];
        var endsOfTargets = new int[endTarget - firstTarget + 1];
        var count = 0L;
        edges.Generate(
            firstTarget, endTarget,
            batch =>
            {
                count += batch.Count;
                for (var e = 0; e < batch.Count; e++)
                {
                    rowEnds[batch.Sources[e] * delays + batch.DelaySteps[e] - firstDelay + 1]++;
                    endsOfTargets[batch.Targets[e] - firstTarget + 1]++;
                }
            },
            needWeights: false);
        if (count * code.Record.Bytes > MostBytes)
        {
            throw new ProjectionException(
                $"{count:N0} synapses with states are more than a block holds; use more threads.");
        }

        Accumulate(rowEnds);
        Accumulate(endsOfTargets);
        var byTarget = new int[count];
        var builder = new Filling(code, start, rowEnds, endsOfTargets, byTarget, firstTarget, firstDelay, delays);
        edges.Generate(firstTarget, endTarget, builder.Place);
        return new PlasticTable(code, builder.Records, rowEnds, byTarget, endsOfTargets, firstTarget, firstDelay, delays);
    }

    /// <summary>Delivers spikes that arrive in a step, of sources that spiked so many steps before.</summary>
    /// <param name="sources">The cells that spiked.</param>
    /// <param name="delay">The delay in steps.</param>
    /// <param name="step">The step at whose end they arrive.</param>
    /// <param name="arrivals">The accumulator of the target population's cell 0 at the port, or where it would
    /// be.</param>
    public void Deliver(ReadOnlySpan<int> sources, int delay, long step, int* arrivals)
    {
        var frame = Frame(step, (nint)arrivals);
        foreach (var source in sources)
        {
            var row = source * Delays + delay - FirstDelay;
            var (begin, end) = (runs[row], runs[row + 1]);
            if (begin == end)
                continue;
            code.OnPre((nint)(&frame), begin, end);
            Events += end - begin;
        }

        Require(frame);
    }

    /// <summary>Applies what spikes of targets do.</summary>
    /// <param name="cells">The targets that spiked, of this table's range.</param>
    /// <param name="step">The step at whose end they spiked.</param>
    public void PostSpikes(ReadOnlySpan<int> cells, long step)
    {
        if (code.OnPost is not { } rule)
            return;
        var frame = Frame(step, 0);
        fixed (int* list = order)
        {
            frame.Order = (nint)list;
            if (cells.Length > 0)
                Fetch(cells[0], list);
            for (var c = 0; c < cells.Length; c++)
            {
                // The next target's synapses come from afar while this one's are worked on.
                if (c + 1 < cells.Length)
                    Fetch(cells[c + 1], list);
                var target = cells[c] - firstTarget;
                rule((nint)(&frame), targetEnds[target], targetEnds[target + 1]);
                Events += targetEnds[target + 1] - targetEnds[target];
            }
        }
    }

    /// <summary>
    /// Reads a state of all synapses as it was at each one's last event: target after target, those of a target in the
    /// order in which they were drawn, whatever the range of targets.
    /// </summary>
    /// <param name="state">Index of the state; 0 is the weight, which only events change.</param>
    /// <param name="values">Receives <see cref="Count"/> values.</param>
    public void Read(int state, Span<double> values)
    {
        for (var k = 0; k < order.Length; k++)
        {
            var place = Address(k) + code.Record.FirstState + state * code.Record.NumberBytes;
            values[k] = code.Record.Precision == Precision.Double ? *(double*)place : *(float*)place;
        }
    }

    /// <summary>Writes all that changes, in the order of <see cref="Read"/>.</summary>
    public void Save(BinaryWriter writer)
    {
        for (var k = 0; k < order.Length; k++)
            writer.Write(Changing(k));
    }

    /// <summary>Reads what <see cref="Save"/> wrote, of this table or of several that together have its
    /// targets.</summary>
    public void Load(BinaryReader reader)
    {
        for (var k = 0; k < order.Length; k++)
            reader.BaseStream.ReadExactly(Changing(k));
    }

    private void Fetch(int cell, int* list)
    {
        if (!Sse.IsSupported)
            return;
        var (end, size) = (targetEnds[cell - firstTarget + 1], code.Record.Bytes);
        for (var k = targetEnds[cell - firstTarget]; k < end; k++)
            Sse.Prefetch0((byte*)records.Address + ((long)list[k] * size));
    }

    private static void Accumulate(int[] counts)
    {
        for (var i = 1; i < counts.Length; i++)
            counts[i] += counts[i - 1];
    }

    private Span<byte> Changing(int k) =>
        new((void*)(Address(k) + SynapseRecord.Updated), code.Record.Bytes - SynapseRecord.Updated);

    private nint Address(int k) => records.Address + (nint)order[k] * code.Record.Bytes;

    private EventFrame Frame(long step, nint arrivals) => new()
    {
        Records = records.Address,
        Factors = code.Propagation.Factors.Address,
        Arrivals = arrivals,
        Cells = code.Targets.States,
        CellValues = code.Targets.PerCell.Length == 0
            ? 0 : Marshal.UnsafeAddrOfPinnedArrayElement(code.Targets.PerCell, 0),
        Time = (step + 1) * code.Dt,
        Step = unchecked((int)(step + 1)),
    };

    private void Require(EventFrame frame)
    {
        if (frame.Excess == 0)
            return;
        var place = records.Address + (nint)(frame.Excess - 1) * code.Record.Bytes;
        throw new WeightOverflowException(code.Synapse.Name, *(int*)place, frame.Time);
    }

    // Puts each synapse in its place, and its number in its target's list.
    private sealed class Filling
    {
        private readonly SynapseCode code;
        private readonly SynapseStart start;
        private readonly int[] order;
        private readonly int[] nextOfRun;
        private readonly int[] nextOfTarget;
        private readonly int[] targetEnds;
        private readonly int firstTarget;
        private readonly int firstDelay;
        private readonly int delays;

        public Filling(
            SynapseCode code, SynapseStart start, int[] runs, int[] targetEnds, int[] order, int firstTarget,
            int firstDelay, int delays)
        {
            (this.code, this.start, this.order, this.targetEnds) = (code, start, order, targetEnds);
            (this.firstTarget, this.firstDelay, this.delays) = (firstTarget, firstDelay, delays);
            (nextOfRun, nextOfTarget) = ([.. runs], [.. targetEnds]);
            Records = new CellMemory(Precision.Single, Math.Max(1, order.Length * code.Record.Bytes / sizeof(float)));
        }

        public CellMemory Records { get; }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Place(EdgeBatch batch)
        {
            var record = code.Record;
            for (var e = 0; e < batch.Count; e++)
            {
                var (target, weight) = (batch.Targets[e], batch.Weights[e]);
                var number = nextOfRun[batch.Sources[e] * delays + batch.DelaySteps[e] - firstDelay]++;
                var slot = nextOfTarget[target - firstTarget]++;
                order[slot] = number;
                var place = Records.Address + (nint)number * record.Bytes;
                *(int*)(place + SynapseRecord.Target) = target;
                *(int*)(place + SynapseRecord.Updated) = 0;
                var position = slot - targetEnds[target - firstTarget];
                if (record.Draws)
                    *(int*)(place + SynapseRecord.Place) = position;
                for (var s = 0; s < record.States; s++)
                {
                    var value = s == 0 ? weight : start.Of(s - 1, weight, target, position);
                    if (record.Precision == Precision.Double)
                        ((double*)(place + record.FirstState))[s] = value;
                    else
                        ((float*)(place + record.FirstState))[s] = (float)value;
                }
            }
        }
    }
}
