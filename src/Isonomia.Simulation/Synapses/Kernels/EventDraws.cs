using Isonomia.Numerics.Random;
using Isonomia.Numerics.Random.Kernels;

namespace Isonomia.Simulation.Synapses.Kernels;

/// <summary>
/// Draws of synapses at events: pure functions of the seed, of what is drawn (projection, event and site), the target,
/// the synapse's place among the target's, and the step. Layout: the stream of (seed, purpose, entity = target) at
/// position place + 2^24 (step mod 2^24); the purpose changes every 2^24 steps.
/// </summary>
internal static class EventDraws
{
    private const int PlaceBits = 24;

    /// <summary>The most synapses of a projection onto one target of which each has draws of its own.</summary>
    public const int MostPlaces = 1 << PlaceBits;

    public static float UniformSingle(ulong seed, int purpose, int target, int place, int step) =>
        (Word(seed, purpose, target, place, step) >> 40) * (1f / (1 << 24));

    public static double UniformDouble(ulong seed, int purpose, int target, int place, int step) =>
        DrawKernel.Uniform(Word(seed, purpose, target, place, step));

    public static float NormalSingle(ulong seed, int purpose, int target, int place, int step) =>
        (float)NormalDouble(seed, purpose, target, place, step);

    public static double NormalDouble(ulong seed, int purpose, int target, int place, int step) =>
        DrawKernel.Normal(Word(seed, purpose, target, place, step));

    private static ulong Word(ulong seed, int purpose, int target, int place, int step)
    {
        var (early, late) = ((uint)step % MostPlaces, (uint)step >> PlaceBits);
        var of = unchecked((uint)purpose + (late * 0x9E3779B9));
        return new CounterSpace(seed, of, (uint)target).Word(((long)early << PlaceBits) + place);
    }
}
