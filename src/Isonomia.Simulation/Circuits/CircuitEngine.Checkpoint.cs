using System.Runtime.InteropServices;
using Isonomia.Numerics.Files;
using Isonomia.Simulation.Circuits.Checkpoints;
using Isonomia.Simulation.Synapses;

namespace Isonomia.Simulation.Circuits;

internal sealed partial class CircuitEngine
{
    // For each population and recorded value how much a checkpoint has already.
    private readonly Dictionary<(int, int), int> saved = [];

    /// <summary>
    /// Writes all that later steps depend on: states, and the spikes that have not reached all their targets yet; by
    /// population and cell, so that it does not matter which thread has which.
    /// </summary>
    public void SaveState(BinaryWriter writer)
    {
        writer.Write(NextStep);
        for (var p = 0; p < Populations.Length; p++)
        {
            if (Populations[p] is { } population)
                writer.Write(population.State);
            writer.Write(SpikesOf(p));
            for (var step = Math.Max(0, NextStep - longest); step < NextStep; step++)
            {
                int[] cells = [.. histories.SelectMany(h => h.Of(step, p).ToArray()).Order()];
                writer.Write(cells.Length);
                writer.Write(MemoryMarshal.AsBytes(cells.AsSpan()));
            }
        }

        foreach (var table in PlasticTables())
            table.Save(writer);
    }

    // Blocks have ascending shares of each population, so that together they are all targets in order.
    private IEnumerable<PlasticTable> PlasticTables()
    {
        foreach (var rule in Rules)
        {
            foreach (var table in TablesOf(rule))
                yield return table;
        }
    }

    private IEnumerable<PlasticTable> TablesOf(PlasticRule rule) =>
        blocks.SelectMany(b => b.Plastic).Where(g => g.Rule == rule).Select(g => g.Table);

    /// <summary>Reads what <see cref="SaveState"/> wrote.</summary>
    public void LoadState(BinaryReader reader)
    {
        NextStep = reader.ReadInt64();
        var first = Math.Max(0, NextStep - longest);
        var recent = new List<int[]>[Populations.Length];
        for (var p = 0; p < Populations.Length; p++)
        {
            if (Populations[p] is { } population)
                reader.BaseStream.ReadExactly(population.State);
            blocks[0].Counts[p] = reader.ReadInt64();
            recent[p] = [];
            for (var step = first; step < NextStep; step++)
            {
                var count = reader.ReadInt32();
                if (count < 0 || count > circuit.Populations[p].Size)
                    throw new CheckpointException($"the checkpoint has {count} spikes of '{circuit.Populations[p].Name}' in a step");
                var cells = new int[count];
                reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(cells.AsSpan()));
                recent[p].Add(cells);
            }
        }

        foreach (var table in PlasticTables())
            table.Load(reader);
        foreach (var block in blocks)
        {
            for (var step = first; step < NextStep; step++)
                block.Remember(step, [.. recent.Select(r => r[(int)(step - first)])]);
        }
    }

    /// <summary>Writes what was recorded since the last time.</summary>
    public void SaveRecords(BinaryWriter writer)
    {
        for (var p = 0; p < Populations.Length; p++)
        {
            if (Spikes[p] is { } spikes)
                SaveFresh(writer, spikes, (p, 0));
            writer.Write(-1);
        }

        for (var r = 0; r < Recorders.Length; r++)
        {
            for (var v = 0; v < Recorders[r].Model.Values.Length; v++)
            {
                SaveFresh(writer, Recorders[r].Samples(v), (-1 - r, v));
            }
        }
    }

    private void SaveFresh<T>(BinaryWriter writer, Column<T> column, (int, int) key)
        where T : unmanaged
    {
        var from = saved.GetValueOrDefault(key);
        writer.Write(column.Length - from);
        foreach (var piece in column.Pieces(from))
            writer.Write(MemoryMarshal.AsBytes(piece.Span));
        saved[key] = column.Length;
    }

    /// <summary>Reads what <see cref="SaveRecords"/> wrote once.</summary>
    public void LoadRecords(BinaryReader reader)
    {
        for (var p = 0; p < Populations.Length; p++)
        {
            for (var count = reader.ReadInt32(); count >= 0; count = reader.ReadInt32())
                Load<long>(reader, count, numbers => Spikes[p]?.Append(numbers));
            saved[(p, 0)] = Spikes[p]?.Length ?? 0;
        }

        for (var r = 0; r < Recorders.Length; r++)
        {
            for (var v = 0; v < Recorders[r].Model.Values.Length; v++)
            {
                var (recorder, value) = (Recorders[r], v);
                Load<double>(reader, reader.ReadInt32(), numbers => recorder.Add(value, numbers));
                saved[(-1 - r, v)] = recorder.Samples(v).Length;
            }
        }
    }

    // In pieces: a damaged count ends with the file, not with the memory.
    private static void Load<T>(BinaryReader reader, int count, Action<ReadOnlySpan<T>> append)
        where T : unmanaged
    {
        const int Piece = 1 << 16;
        var buffer = new T[Math.Clamp(count, 0, Piece)];
        for (var left = count; left > 0; left -= Piece)
        {
            var piece = buffer.AsSpan(0, Math.Min(left, Piece));
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(piece));
            append(piece);
        }
    }
}
