using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Isonomia.Simulation.Compilation.Kernels;

/// <summary>
/// Integers that compiled code in double precision reads as numbers, and clears. (In single precision, where integers are
/// as wide as its numbers, it has instructions for that.)
/// </summary>
internal static unsafe class Counts
{
    /// <summary>32-bit integers as doubles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Double128(nint address)
    {
        var (low, _) = Vector128.Widen(Vector64.Load((int*)address).ToVector128());
        return Vector128.ConvertToDouble(low);
    }

    /// <inheritdoc cref="Double128"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Double256(nint address)
    {
        var (low, high) = Vector128.Widen(Vector128.Load((int*)address));
        return Vector256.ConvertToDouble(Vector256.Create(low, high));
    }

    /// <inheritdoc cref="Double128"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Double512(nint address)
    {
        var (low, high) = Vector256.Widen(Vector256.Load((int*)address));
        return Vector512.ConvertToDouble(Vector512.Create(low, high));
    }

    /// <summary>Sets bytes to zero: as many as stated.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Clear(nint address, int bytes)
    {
        switch (bytes)
        {
            case 64:
                Vector512<byte>.Zero.Store((byte*)address);
                break;
            case 32:
                Vector256<byte>.Zero.Store((byte*)address);
                break;
            case 16:
                Vector128<byte>.Zero.Store((byte*)address);
                break;
            case 8:
                *(long*)address = 0;
                break;
            default:
                *(int*)address = 0;
                break;
        }
    }
}
