using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Isonomia.Bench.Kernels;

/// <summary>
/// What one would write by hand for the cell of the COBA benchmark: leaky, two exponential conductances, Euler for the
/// potential as Brian 2's own benchmark has it, decay by factors. Per cell 28 bytes in and out.
/// </summary>
internal sealed unsafe class HandWrittenConductance(nint[] arrays)
{
    private readonly float* v = (float*)arrays[0], excitation = (float*)arrays[1], inhibition = (float*)arrays[2];
    private readonly int* refractory = (int*)arrays[3];
    private readonly float* input = (float*)arrays[5];
    private const float Dt = 1e-4f, C = 200e-12f, Leak = 10e-9f, Rest = -60e-3f, Threshold = -50e-3f;
    private const float Excitatory = 0, Inhibitory = -80e-3f;
    private const int RefractorySteps = 50;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Step(int cells, int* spikes)
    {
        var decayE = Vector512.Create(MathF.Exp(-Dt / 5e-3f));
        var decayI = Vector512.Create(MathF.Exp(-Dt / 10e-3f));
        var perFarad = Vector512.Create(Dt / C);
        var count = 0;
        for (var i = 0; i < cells; i += 16)
        {
            var left = Vector512.Load(refractory + i);
            var free = Vector512.Equals(left, Vector512<int>.Zero);
            var u = Vector512.Load(v + i);
            var e = Vector512.Load(excitation + i);
            var g = Vector512.Load(inhibition + i);
            var current = Vector512.FusedMultiplyAdd(
                Vector512.Create(Rest) - u, Vector512.Create(Leak), Vector512.Load(input + i));
            current = Vector512.FusedMultiplyAdd(Vector512.Create(Excitatory) - u, e, current);
            current = Vector512.FusedMultiplyAdd(Vector512.Create(Inhibitory) - u, g, current);
            var next = Vector512.ConditionalSelect(
                free.AsSingle(), Vector512.FusedMultiplyAdd(current, perFarad, u), u);
            next.Store(v + i);
            (e * decayE).Store(excitation + i);
            (g * decayI).Store(inhibition + i);
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
