using System.Runtime.CompilerServices;

namespace Isonomia.Simulation.Compilation.Kernels;

/// <summary>What a single cell needs and has no instruction for: the choices that vectors make by masks.</summary>
internal static class ScalarLane
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Select(bool condition, float x, float y) => condition ? x : y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Select(bool condition, double x, double y) => condition ? x : y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Select(bool condition, bool x, bool y) => condition ? x : y;

    /// <summary>As MinNative of vectors: y unless x is smaller.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MinNative(float x, float y) => x < y ? x : y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MinNative(double x, double y) => x < y ? x : y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MaxNative(float x, float y) => x > y ? x : y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MaxNative(double x, double y) => x > y ? x : y;
}
