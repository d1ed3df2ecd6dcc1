using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Isonomia.Numerics.Random.Kernels;

/// <summary>
/// Natural logarithm of positive normal numbers, the same bits on every machine and in every lane, which the
/// system's own logarithm does not promise; draws that go through it are therefore reproducible everywhere.
/// x = 2^k (1 + f) with 1 + f in [sqrt(1/2), sqrt 2); log(1 + f) = f - f^2/2 + s (f^2/2 + R(s^2)), s = f/(2 + f), with
/// the minimax R of Sun's fdlibm (e_log.c, error below 1 ulp). About 30 operations and 1 division.
/// </summary>
internal static class PortableLog
{
    private const long Bias = 0x3FF0000000000000 - 0x3FE6A09E667F3BCD;
    private const double Ln2High = 6.93147180369123816490e-01, Ln2Low = 1.90821492927058770002e-10;
    private const double L1 = 6.666666666666735130e-01, L2 = 3.999999999940941908e-01, L3 = 2.857142874366239149e-01;
    private const double L4 = 2.222219843214978396e-01, L5 = 1.818357216161805012e-01, L6 = 1.531383769920937332e-01;
    private const double L7 = 1.479819860511658591e-01;

    public static double Of(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x) + Bias;
        double k = (bits >> 52) - 1023;
        var f = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) - Bias + 0x3FF0000000000000) - 1;
        var s = f / (2 + f);
        var z = s * s;
        var r = L7;
        r = Math.FusedMultiplyAdd(r, z, L6);
        r = Math.FusedMultiplyAdd(r, z, L5);
        r = Math.FusedMultiplyAdd(r, z, L4);
        r = Math.FusedMultiplyAdd(r, z, L3);
        r = Math.FusedMultiplyAdd(r, z, L2);
        r = Math.FusedMultiplyAdd(r, z, L1);
        var half = 0.5 * f * f;
        var small = Math.FusedMultiplyAdd(s, Math.FusedMultiplyAdd(r, z, half), k * Ln2Low);
        return Math.FusedMultiplyAdd(k, Ln2High, f - (half - small));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Of(Vector256<double> x)
    {
        var bits = x.AsInt64() + Vector256.Create(Bias);
        var k = Vector256.ConvertToDouble((bits >> 52) - Vector256.Create(1023L));
        var f = ((bits & Vector256.Create(0xFFFFFFFFFFFFF)) + Vector256.Create(0x3FF0000000000000 - Bias)).AsDouble()
            - Vector256<double>.One;
        var s = f / (Vector256.Create(2.0) + f);
        var z = s * s;
        var r = Vector256.Create(L7);
        r = Vector256.FusedMultiplyAdd(r, z, Vector256.Create(L6));
        r = Vector256.FusedMultiplyAdd(r, z, Vector256.Create(L5));
        r = Vector256.FusedMultiplyAdd(r, z, Vector256.Create(L4));
        r = Vector256.FusedMultiplyAdd(r, z, Vector256.Create(L3));
        r = Vector256.FusedMultiplyAdd(r, z, Vector256.Create(L2));
        r = Vector256.FusedMultiplyAdd(r, z, Vector256.Create(L1));
        var half = Vector256.Create(0.5) * f * f;
        var small = Vector256.FusedMultiplyAdd(
            s, Vector256.FusedMultiplyAdd(r, z, half), k * Vector256.Create(Ln2Low));
        return Vector256.FusedMultiplyAdd(k, Vector256.Create(Ln2High), f - (half - small));
    }
}
