using System.Diagnostics;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Intrinsics;
using Isonomia.Numerics.Elementary;

namespace Isonomia.Bench;

/// <summary>
/// The vector functions over arrays that stay in the first cache, called from emitted code as compiled equations call
/// them, in nanoseconds an item; beside them .NET's own vector and scalar functions, where it has them.
/// </summary>
internal static class ElementaryBench
{
    private const int Items = 2048;
    private static readonly Type[] Vectors = [typeof(Vector512<>), typeof(Vector256<>), typeof(Vector128<>)];

    public static void Run()
    {
        Console.WriteLine($"elementary: ns an item, {Items} items; of each precision 512, 256, 128 bits, 1 item, "
            + ".NET's 512 bits and 1 item");
        var names = typeof(VectorFunctions).GetMethods(BindingFlags.Public | BindingFlags.Static).Select(m => m.Name);
        foreach (var name in names.Distinct())
        {
            Console.Write($"  {name,-12}");
            Times<float>(name, typeof(MathF));
            Times<double>(name, typeof(Math));
            Console.WriteLine();
        }
    }

    private static void Times<T>(string name, Type scalar)
        where T : unmanaged
    {
        Type[] types = [.. Vectors.Select(v => v.MakeGenericType(typeof(T))), typeof(T)];
        var parameters = typeof(VectorFunctions).GetMethods().First(m => m.Name == name).GetParameters().Length;
        foreach (var type in types)
            Print<T>(Find(typeof(VectorFunctions), name, type, parameters));
        var theirs = name.Replace("Arc", "A", StringComparison.Ordinal);
        Print<T>(Find(typeof(Vector512), theirs, types[0], parameters));
        Print<T>(name == "Sign" ? null : Find(scalar, theirs, typeof(T), parameters));
        Console.Write(" |");
    }

    private static MethodInfo? Find(Type holder, string name, Type type, int parameters) =>
        holder.GetMethod(name, [.. Enumerable.Repeat(type, parameters)]);

    private static unsafe void Print<T>(MethodInfo? function)
        where T : unmanaged
    {
        if (function is null)
        {
            Console.Write("     -");
            return;
        }

        var loop = Loop(function, Items * sizeof(T));
        var ours = function.DeclaringType == typeof(VectorFunctions);
        var items = Enumerable.Range(0, Items).Select(i => Argument(function.Name, i / (double)Items));
        T[] x = [.. items.Select(v => (T)Convert.ChangeType(v, typeof(T)))];
        var y = new T[Items];
        fixed (T* from = x, to = y)
        {
            // .NET's own are compiled again after a while; ours are compiled once.
            for (var i = 0; !ours && i < 3; i++)
            {
                Best(loop, (nint)from, (nint)to);
                Thread.Sleep(150);
            }

            Console.Write($"{Best(loop, (nint)from, (nint)to),6:0.00}");
        }
    }

    /// <summary>Numbers of the usual range of the function's arguments.</summary>
    private static double Argument(string name, double fraction) => name switch
    {
        "Log" or "Log10" or "Pow" => 0.1 + (10 * fraction),
        "Arcsin" or "Arccos" or "Asin" or "Acos" => (2 * fraction) - 1,
        _ => (20 * fraction) - 10,
    };

    private static unsafe double Best(Action<nint, nint> loop, nint from, nint to)
    {
        // Vectors are passed on the stack; where their place straddles a page, a call costs 12 ns instead of 2.
        byte here;
        var spare = stackalloc byte[(int)((nuint)(&here) & 4095) + 2048];
        *spare = 0;
        var best = double.PositiveInfinity;
        for (var round = 0; round < 100; round++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < 20; i++)
                loop(from, to);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalNanoseconds / (20 * Items));
        }

        return best;
    }

    /// <summary>y[i] = f(x[i]), or f(x[i], x[i]), by vectors.</summary>
    private static Action<nint, nint> Loop(MethodInfo function, int bytes)
    {
        var type = function.ReturnType;
        var size = type == typeof(float) ? 4 : type == typeof(double) ? 8
            : type.GetGenericTypeDefinition() == typeof(Vector512<>) ? 64
            : type.GetGenericTypeDefinition() == typeof(Vector256<>) ? 32 : 16;
        var method = new DynamicMethod("loop", null, [typeof(nint), typeof(nint)], typeof(ElementaryBench).Module);
        var il = method.GetILGenerator();
        var offset = il.DeclareLocal(typeof(nint));
        var top = il.DefineLabel();
        il.MarkLabel(top);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Ldloc, offset);
        il.Emit(OpCodes.Add);
        foreach (var _ in function.GetParameters())
        {
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Ldloc, offset);
            il.Emit(OpCodes.Add);
            il.Emit(OpCodes.Ldobj, type);
        }

        il.Emit(OpCodes.Call, function);
        il.Emit(OpCodes.Stobj, type);
        il.Emit(OpCodes.Ldloc, offset);
        il.Emit(OpCodes.Ldc_I4, size);
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Stloc, offset);
        il.Emit(OpCodes.Ldloc, offset);
        il.Emit(OpCodes.Ldc_I4, bytes);
        il.Emit(OpCodes.Blt, top);
        il.Emit(OpCodes.Ret);
        return method.CreateDelegate<Action<nint, nint>>();
    }
}
