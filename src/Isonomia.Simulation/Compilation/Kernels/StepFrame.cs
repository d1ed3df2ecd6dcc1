using System.Runtime.InteropServices;

namespace Isonomia.Simulation.Compilation.Kernels;

/// <summary>
/// What a call of compiled code is given. A block is a run of cells that fill one cache line (64 bytes) of the element
/// type: 16 floats or 8 doubles; its rows follow each other, so that a block of K rows is 64 K bytes.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct StepFrame
{
    /// <summary>The bytes of a row: a cache line.</summary>
    public const int RowBytes = 64;

    /// <summary>Cells whose draws are made at once.</summary>
    public const int ChunkCells = 256;

    /// <summary>The block of <see cref="FirstCell"/>.</summary>
    public nint Blocks;

    /// <summary>Numbers of the run.</summary>
    public nint Constants;

    /// <summary>Doubles of the run.</summary>
    public nint StepConstants;

    /// <summary>Addresses of arrays that are read, one number a cell from cell 0.</summary>
    public nint Streams;

    /// <summary>
    /// Addresses of arrays of what arrives, one 32-bit integer a cell counted from cell 0 (which need not be within the
    /// array); read and cleared.
    /// </summary>
    public nint Arrivals;

    /// <summary>Addresses of arrays that are written, one number a cell from cell 0.</summary>
    public nint Outputs;

    /// <summary>Receives the indices of cells that spike.</summary>
    public nint Spikes;

    /// <summary>Room for draws: for each site <see cref="ChunkCells"/> numbers.</summary>
    public nint Scratch;

    /// <summary>The purposes of the draws' sites, 32 bits each.</summary>
    public nint Purposes;

    /// <summary>The step's number.</summary>
    public long Step;

    /// <summary>Time at the step's start, in seconds.</summary>
    public double Time;

    /// <summary>The run's seed.</summary>
    public ulong Seed;

    /// <summary>The first cell of the range: a block's first.</summary>
    public int FirstCell;

    /// <summary>The cell behind the range: a block's first.</summary>
    public int EndCell;

    /// <summary>The number of cells; those behind are padding and never spike.</summary>
    public int Cells;

    /// <summary>Set to 1 where a number that must be finite is not.</summary>
    public int NonFinite;
}
