using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Isonomia.Bench.Kernels;

/// <summary>
/// What one would write by hand for a leaky cell with two exponential currents: 512-bit vectors over arrays, exact
/// propagator, refractory counts, list of spikes. Per cell 28 bytes in and out.
/// </summary>
internal sealed unsafe class HandWrittenLeaky(nint[] arrays)
{
    private readonly float* v = (float*)arrays[0], excitation = (float*)arrays[1], inhibition = (float*)arrays[2];
    private readonly int* refractory = (int*)arrays[3];
    private readonly float* input = (float*)arrays[5];
    private const float Dt = 1e-4f, Tau = 10e-3f, Synapse = 0.5e-3f, C = 250e-12f, Rest = -65e-3f, Threshold = -50e-3f;
    private const int RefractorySteps = 20;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Step(int cells, int* spikes)
    {
        var decay = Vector512.Create(MathF.Exp(-Dt / Tau));
        var synapse = Vector512.Create(MathF.Exp(-Dt / Synapse));
        var ofCurrent = Vector512.Create(
            Tau * Synapse / (C * (Synapse - Tau)) * (MathF.Exp(-Dt / Synapse) - MathF.Exp(-Dt / Tau)));
        var ofInput = Vector512.Create(Tau / C * (1 - MathF.Exp(-Dt / Tau)));
        var rest = Vector512.Create(Rest * (1 - MathF.Exp(-Dt / Tau)));
        var count = 0;
        for (var i = 0; i < cells; i += 16)
        {
            var left = Vector512.Load(refractory + i);
            var free = Vector512.Equals(left, Vector512<int>.Zero);
            var u = Vector512.Load(v + i);
            var e = Vector512.Load(excitation + i);
            var g = Vector512.Load(inhibition + i);
            var next = Vector512.FusedMultiplyAdd(u, decay, rest);
            next = Vector512.FusedMultiplyAdd(e + g, ofCurrent, next);
            next = Vector512.FusedMultiplyAdd(Vector512.Load(input + i), ofInput, next);
            next = Vector512.ConditionalSelect(free.AsSingle(), next, u);
            next.Store(v + i);
            (e * synapse).Store(excitation + i);
            (g * synapse).Store(inhibition + i);
            left = Vector512.Max(left - Vector512<int>.One, Vector512<int>.Zero);
            left.Store(refractory + i);
            var spike = Vector512.GreaterThan(next, Vector512.Create(Threshold)).AsInt32() & free;
            var bits = spike.ExtractMostSignificantBits();
            if (bits == 0)
                continue;
            Vector512.ConditionalSelect(spike.AsSingle(), Vector512.Create(Rest), next).Store(v + i);
            Vector512.ConditionalSelect(spike, Vector512.Create(RefractorySteps), left).Store(refractory + i);
            for (; bits != 0; bits &= bits - 1)
                spikes[count++] = i + BitOperations.TrailingZeroCount(bits);
        }

        return count;
    }
}
