using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Isonomia.Numerics.Elementary;

namespace Isonomia.Bench.Kernels;

/// <summary>
/// What one would write by hand for the cell of the COBAHH benchmark (Traub-Miles kinetics) with exponential Euler: ten
/// functions of vectors, called where they are needed. Per cell 44 bytes in and out.
/// </summary>
internal sealed unsafe class HandWrittenHodgkinHuxley(nint[] arrays)
{
    private readonly float* v = (float*)arrays[0], m = (float*)arrays[1], n = (float*)arrays[2], h = (float*)arrays[4];
    private readonly int* refractory = (int*)arrays[3];
    private readonly float* input = (float*)arrays[5];
    private const float Dt = 5e-5f, C = 200e-12f, Leak = 10e-9f, Sodium = 20e-6f, Potassium = 6e-6f;
    private const float Rest = -60e-3f, Ek = -90e-3f, ENa = 50e-3f, Vt = -63e-3f, Threshold = -20e-3f;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Step(int cells, int* spikes)
    {
        var one = Vector512<float>.One;
        var count = 0;
        for (var i = 0; i < cells; i += 16)
        {
            var u = Vector512.Load(v + i);
            var x = Vector512.Create(Vt) - u;
            var alphaM = 1280 * one / VectorFunctions.Exprel((x + Vector512.Create(13e-3f)) * 250f);
            var betaM = 1400 * one / VectorFunctions.Exprel((x + Vector512.Create(40e-3f)) * -200f);
            var alphaH = 128 * VectorFunctions.Exp((x + Vector512.Create(17e-3f)) * 55.5555556f);
            var betaH = 4000 * one / (one + VectorFunctions.Exp((x + Vector512.Create(40e-3f)) * 200f));
            var alphaN = 160 * one / VectorFunctions.Exprel((x + Vector512.Create(15e-3f)) * 200f);
            var betaN = 500 * VectorFunctions.Exp((x + Vector512.Create(10e-3f)) * 25f);
            var gateM = Vector512.Load(m + i);
            var gateN = Vector512.Load(n + i);
            var gateH = Vector512.Load(h + i);
            var potassium = Potassium * (gateN * gateN * (gateN * gateN));
            var sodium = Sodium * (gateM * gateM * gateM * gateH);
            var slope = -(potassium + sodium + Vector512.Create(Leak)) * (1 / C);
            var current = Leak * (Vector512.Create(Rest) - u) + potassium * (Vector512.Create(Ek) - u)
                + sodium * (Vector512.Create(ENa) - u) + Vector512.Load(input + i);
            var next = u + Dt / C * current * VectorFunctions.Exprel(slope * Dt);
            Gate(gateM, alphaM, betaM).Store(m + i);
            Gate(gateN, alphaN, betaN).Store(n + i);
            Gate(gateH, alphaH, betaH).Store(h + i);
            next.Store(v + i);

            var held = Vector512.Load(refractory + i);
            var free = Vector512.Equals(held, Vector512<int>.Zero)
                | Vector512.LessThanOrEqual(u, Vector512.Create(Threshold)).AsInt32();
            var spike = Vector512.GreaterThan(next, Vector512.Create(Threshold)).AsInt32() & free;
            (spike | Vector512.AndNot(held, free)).Store(refractory + i);
            for (var bits = spike.ExtractMostSignificantBits(); bits != 0; bits &= bits - 1)
                spikes[count++] = i + BitOperations.TrailingZeroCount(bits);
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Gate(Vector512<float> x, Vector512<float> alpha, Vector512<float> beta) =>
        x + Dt * (alpha * (Vector512<float>.One - x) - beta * x) * VectorFunctions.Exprel(-Dt * (alpha + beta));
}
