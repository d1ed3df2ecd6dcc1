using System.Runtime.InteropServices;
using Isonomia.Simulation.Compilation;

namespace Isonomia.Simulation.Populations.Kernels;

/// <summary>
/// Numbers of one element type at an address that does not move and begins a cache line: what compiled code works on.
/// </summary>
internal sealed class CellMemory
{
    private const int Line = 64;
    private readonly byte[] bytes;
    private readonly int start;

    /// <summary>Memory of zeros.</summary>
    public CellMemory(Precision precision, int length)
    {
        Precision = precision;
        Length = length;
        var size = length * (precision == Precision.Single ? sizeof(float) : sizeof(double));
        bytes = GC.AllocateArray<byte>(size + Line, pinned: true);
        var address = Marshal.UnsafeAddrOfPinnedArrayElement(bytes, 0);
        start = (int)((Line - (address & (Line - 1))) & (Line - 1));
        Address = address + start;
        Bytes = size;
    }

    public Precision Precision { get; }

    /// <summary>The number of numbers.</summary>
    public int Length { get; }

    public nint Address { get; }

    private int Bytes { get; }

    public Span<float> Singles => MemoryMarshal.Cast<byte, float>(Raw);

    public Span<double> Doubles => MemoryMarshal.Cast<byte, double>(Raw);

    /// <summary>All of it as numbers of its element type.</summary>
    public Span<T> Numbers<T>()
        where T : unmanaged => (typeof(T) == typeof(float)) == (Precision == Precision.Single)
            ? MemoryMarshal.Cast<byte, T>(Raw)
            : throw new InvalidOperationException($"The numbers are of {Precision} precision.");

    /// <summary>All of it, for keeping and comparing runs.</summary>
    public Span<byte> Raw => bytes.AsSpan(start, Bytes);

    public double this[int index]
    {
        get => Precision == Precision.Single ? Singles[index] : Doubles[index];
        set
        {
            if (Precision == Precision.Single)
                Singles[index] = (float)value;
            else
                Doubles[index] = value;
        }
    }

    /// <summary>Memory with these numbers, the last repeated up to a length.</summary>
    public static CellMemory Of(Precision precision, ReadOnlySpan<double> values, int length)
    {
        var memory = new CellMemory(precision, length);
        for (var i = 0; i < length; i++)
            memory[i] = values[Math.Min(i, values.Length - 1)];
        return memory;
    }
}
