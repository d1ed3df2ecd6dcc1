using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Intrinsics;
using Isonomia.Simulation.Compilation.Kernels;

namespace Isonomia.Simulation.Compilation.Emission;

/// <summary>
/// The instructions of one element type and width: each method emits what takes its operands from the evaluation stack
/// and leaves its result there. A mask is a vector of all or no bits; of a single cell, a bool.
/// </summary>
internal sealed partial class Lanes
{
    private static readonly List<Lanes> Made = [];
    private readonly Dictionary<string, MethodInfo> methods = [];
    private readonly Precision precision;
    private readonly LaneWidth width;
    private readonly Type? open;
    private readonly Type? operations;

    private Lanes(Precision precision, LaneWidth width)
    {
        (this.precision, this.width) = (precision, width);
        IsDouble = precision == Precision.Double;
        Element = IsDouble ? typeof(double) : typeof(float);
        ElementBytes = IsDouble ? 8 : 4;
        (open, operations) = width switch
        {
            LaneWidth.Bits512 => (typeof(Vector512<>), typeof(Vector512)),
            LaneWidth.Bits256 => (typeof(Vector256<>), typeof(Vector256)),
            LaneWidth.Bits128 => (typeof(Vector128<>), typeof(Vector128)),
            LaneWidth.Scalar => (default(Type), default(Type)),
            _ => throw new ArgumentOutOfRangeException(nameof(width), width, "There are no lanes of that width."),
        };
        Value = open?.MakeGenericType(Element) ?? Element;
        Mask = IsScalar ? typeof(bool) : Value;
        Bytes = IsScalar ? ElementBytes : (int)width / 8;
    }

    public bool IsDouble { get; }

    public bool IsScalar => operations is null;

    /// <summary>float or double.</summary>
    public Type Element { get; }

    /// <summary>What holds the numbers of all lanes.</summary>
    public Type Value { get; }

    /// <summary>What holds true or false of all lanes.</summary>
    public Type Mask { get; }

    public int ElementBytes { get; }

    public int Bytes { get; }

    public int Count => Bytes / ElementBytes;

    public static Lanes Of(Precision precision, LaneWidth width)
    {
        lock (Made)
        {
            var lanes = Made.Find(l => l.precision == precision && l.width == width);
            if (lanes is null)
                Made.Add(lanes = new Lanes(precision, width));
            return lanes;
        }
    }

    /// <summary>The widest vectors that the processor does at full speed.</summary>
    public static LaneWidth Widest =>
        Vector512.IsHardwareAccelerated ? LaneWidth.Bits512
        : Vector256.IsHardwareAccelerated ? LaneWidth.Bits256
        : Vector128.IsHardwareAccelerated ? LaneWidth.Bits128
        : LaneWidth.Scalar;

    public void Constant(ILGenerator il, double value)
    {
        if (IsDouble)
            il.Emit(OpCodes.Ldc_R8, value);
        else
            il.Emit(OpCodes.Ldc_R4, (float)value);
        Broadcast(il);
    }

    public void Constant(ILGenerator il, bool value)
    {
        if (IsScalar)
            il.Emit(value ? OpCodes.Ldc_I4_1 : OpCodes.Ldc_I4_0);
        else
            il.Emit(OpCodes.Call, Value.GetProperty(value ? "AllBitsSet" : "Zero")!.GetMethod!);
    }

    /// <summary>One number to all lanes.</summary>
    public void Broadcast(ILGenerator il)
    {
        if (!IsScalar)
            il.Emit(OpCodes.Call, Plain("Create", Element));
    }

    public void LoadElement(ILGenerator il) => il.Emit(IsDouble ? OpCodes.Ldind_R8 : OpCodes.Ldind_R4);

    public void Load(ILGenerator il)
    {
        if (IsScalar)
            LoadElement(il);
        else
            il.Emit(OpCodes.Call, Generic("Load", Element.MakePointerType()));
    }

    /// <summary>Loads 32-bit integers as numbers.</summary>
    public void LoadCounts(ILGenerator il)
    {
        if (IsScalar)
        {
            il.Emit(OpCodes.Ldind_I4);
            il.Emit(IsDouble ? OpCodes.Conv_R8 : OpCodes.Conv_R4);
        }
        else if (IsDouble)
        {
            il.Emit(OpCodes.Call, typeof(Counts).GetMethod($"Double{(int)width}")!);
        }
        else
        {
            // Instructions rather than a call: a call in the loop would make it keep its sums in memory.
            il.Emit(OpCodes.Call, operations!.GetMethods().First(m => m is { Name: "Load", IsGenericMethod: true })
                .MakeGenericMethod(typeof(int)));
            il.Emit(OpCodes.Call, operations.GetMethod("ConvertToSingle", [open!.MakeGenericType(typeof(int))])!);
        }
    }

    /// <summary>Clears, at an address, the 32-bit integers of all lanes.</summary>
    public void ClearCounts(ILGenerator il, Action address)
    {
        if (!IsDouble)
        {
            Store(il, address, () => Constant(il, 0.0));
            return;
        }

        address();
        il.Emit(OpCodes.Ldc_I4, Count * sizeof(int));
        il.Emit(OpCodes.Call, typeof(Counts).GetMethod(nameof(Counts.Clear))!);
    }

    /// <summary>Stores what <paramref name="value"/> leaves where <paramref name="address"/> says.</summary>
    public void Store(ILGenerator il, Action address, Action value)
    {
        if (IsScalar)
        {
            address();
            value();
            il.Emit(IsDouble ? OpCodes.Stind_R8 : OpCodes.Stind_R4);
        }
        else
        {
            value();
            address();
            il.Emit(OpCodes.Call, Generic("Store", Value, Element.MakePointerType()));
        }
    }
}
