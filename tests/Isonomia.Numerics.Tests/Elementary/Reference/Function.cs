using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Isonomia.Numerics.Elementary;

namespace Isonomia.Numerics.Tests.Elementary.Reference;

/// <summary>One of the vector functions, found as compiled equations find it: by name and parameter type.</summary>
internal static class Function
{
    public static readonly int[] Widths = [64, 32, 16, 0];

    /// <summary>Applies it with vectors of so many bytes, 0 for one item at a time.</summary>
    public static T[] Apply<T>(string name, int width, T[] x, T[]? y = null)
        where T : unmanaged
    {
        var result = new T[x.Length];
        switch (width)
        {
            case 64:
                Apply<T, Vector512<T>>(name, x, y, result);
                break;
            case 32:
                Apply<T, Vector256<T>>(name, x, y, result);
                break;
            case 16:
                Apply<T, Vector128<T>>(name, x, y, result);
                break;
            default:
                Apply<T, T>(name, x, y, result);
                break;
        }

        return result;
    }

    public static MethodInfo? Find(string name, Type type, int parameters) =>
        typeof(VectorFunctions).GetMethod(name, [.. Enumerable.Repeat(type, parameters)]);

    private static unsafe void Apply<T, TVector>(string name, T[] x, T[]? y, T[] result)
        where T : unmanaged
        where TVector : unmanaged
    {
        var step = sizeof(TVector) / sizeof(T);
        Assert.Equal(0, x.Length % step);
        var method = Find(name, typeof(TVector), y is null ? 1 : 2)!;
        var one = y is null ? method.CreateDelegate<Func<TVector, TVector>>() : null;
        var two = y is null ? null : method.CreateDelegate<Func<TVector, TVector, TVector>>();
        for (var i = 0; i < x.Length; i += step)
        {
            ref var from = ref Unsafe.As<T, TVector>(ref x[i]);
            Unsafe.As<T, TVector>(ref result[i]) =
                one is not null ? one(from) : two!(from, Unsafe.As<T, TVector>(ref y![i]));
        }
    }
}
