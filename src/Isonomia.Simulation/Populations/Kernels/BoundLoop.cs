using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Isonomia.Numerics.Random;
using Isonomia.Simulation.Compilation;
using Isonomia.Simulation.Compilation.Kernels;
using Isonomia.Simulation.Compilation.Staging;

namespace Isonomia.Simulation.Populations.Kernels;

/// <summary>
/// Compiled code together with the numbers of a population that it reads: calling it allocates nothing. Several threads
/// may call it at once for different cells.
/// </summary>
internal sealed unsafe class BoundLoop
{
    [ThreadStatic]
    private static CellMemory? scratch;
    private readonly LoopFunction function;
    private readonly CellMemory constants;
    private readonly CellMemory stepConstants;
    private readonly CellMemory[] streams;
    private readonly nint[] streamAddresses;
    private readonly uint[] purposes;
    private readonly ulong seed;
    private readonly int cells;
    private readonly int scratchLength;

    /// <summary>Binds code to numbers.</summary>
    public BoundLoop(
        LoopProgram program, LoopFunction function, CellValues values, IReadOnlyDictionary<string, CellMemory> inputs,
        PopulationSettings settings, int cells)
    {
        this.function = function;
        this.cells = cells;
        seed = settings.Seed;
        var precision = settings.Precision;
        var padded = Padded(cells);
        constants = Numbers(precision, program.Constants, values);
        stepConstants = Numbers(Precision.Double, program.StepConstants, values);
        var own = program.CellValues.ToDictionary(
            d => d.Name, d => CellMemory.Of(precision, values.Of(d.Value), padded));
        streams = [.. program.Streams.Select(s => own.GetValueOrDefault(s) ?? inputs[s])];
        streamAddresses = Pinned(Array.ConvertAll(streams, s => s.Address));
        purposes = Pinned(program.Sites.Select(s => Purpose(settings.Name, s)).ToArray());
        scratchLength = program.Slots * StepFrame.ChunkCells;
    }

    /// <summary>The cells with those that fill the last block, and their draws.</summary>
    public static int Padded(int cells) => (cells + 15) / 16 * 16;

    /// <summary>The purpose of the draws of a site in a population.</summary>
    public static uint Purpose(string population, string site) => RandomPurpose.Named($"{population}/{site}").Code;

    /// <summary>Runs the code for a range of cells.</summary>
    /// <param name="blocks">The states.</param>
    /// <param name="blockCells">The cells of a block.</param>
    /// <param name="rows">The rows of a block.</param>
    /// <param name="step">The step's number.</param>
    /// <param name="time">Time at its start in seconds.</param>
    /// <param name="firstCell">The first cell: a block's first.</param>
    /// <param name="endCell">The cell behind the last: a block's first.</param>
    /// <param name="spikes">Receives the indices of cells that spike.</param>
    /// <param name="outputs">Arrays of a probe's values.</param>
    /// <param name="arrivals">The address of the table of arrays of what arrives; 0 without any.</param>
    /// <param name="isFinite">Whether all checked states were finite at the start.</param>
    /// <returns>The number of spikes.</returns>
    public int Run(
        CellMemory blocks, int blockCells, int rows, long step, double time, int firstCell, int endCell,
        Span<int> spikes, nint[] outputs, nint arrivals, out bool isFinite)
    {
        if (scratchLength > 0 && !(scratch?.Length >= scratchLength && scratch.Precision == blocks.Precision))
            scratch = new CellMemory(blocks.Precision, scratchLength);
        fixed (int* spikeList = spikes)
        {
            var frame = new StepFrame
            {
                Blocks = blocks.Address + ((nint)firstCell / blockCells * rows * StepFrame.RowBytes),
                Constants = constants.Address,
                StepConstants = stepConstants.Address,
                Streams = AddressOf(streamAddresses),
                Arrivals = arrivals,
                Outputs = AddressOf(outputs),
                Spikes = (nint)spikeList,
                Scratch = scratchLength > 0 ? scratch!.Address : 0,
                Purposes = AddressOf(purposes),
                Step = step,
                Time = time,
                Seed = seed,
                FirstCell = firstCell,
                EndCell = endCell,
                Cells = cells,
            };
            var count = function((nint)(&frame));
            isFinite = frame.NonFinite == 0;

            // The code sees only addresses of these.
            GC.KeepAlive(this);
            GC.KeepAlive(blocks);
            GC.KeepAlive(outputs);
            return count;
        }
    }

    /// <summary>An array that does not move.</summary>
    public static T[] Pinned<T>(T[] values)
        where T : unmanaged
    {
        var pinned = GC.AllocateUninitializedArray<T>(values.Length, pinned: true);
        values.CopyTo(pinned, 0);
        return pinned;
    }

    private static nint AddressOf<T>(T[] pinned) => Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0);

    private static CellMemory Numbers(Precision precision, IReadOnlyList<Definition> definitions, CellValues values)
    {
        var numbers = new CellMemory(precision, definitions.Count);
        for (var i = 0; i < definitions.Count; i++)
            numbers[i] = values.Of(definitions[i].Value)[0];
        return numbers;
    }
}
