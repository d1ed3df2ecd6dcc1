using System.Runtime.InteropServices;
using Isonomia.Modeling.Expressions;
using Isonomia.Simulation.Compilation;
using Isonomia.Simulation.Compilation.Emission;
using Isonomia.Simulation.Compilation.Kernels;
using Isonomia.Simulation.Compilation.Staging;
using Isonomia.Simulation.Populations.Kernels;

namespace Isonomia.Simulation.Tests.Compilation;

/// <summary>Runs a compiled expression over arrays of x, y and z, as the loop over cells does.</summary>
internal static unsafe class ExpressionLoop
{
    public static readonly LaneWidth[] Widths =
        [LaneWidth.Scalar, LaneWidth.Bits128, LaneWidth.Bits256, LaneWidth.Bits512];

    public static readonly string[] Names = ["x", "y", "z"];

    public static double[] Run(Expression expression, double[][] inputs, Precision precision, LaneWidth width)
    {
        var count = inputs[0].Length;
        Assert.Equal(0, count % 16);
        var (lets, roots) = Sharing.Of([expression], [.. Names]);
        var program = new LoopProgram
        {
            Rows = [],
            Streams = [.. Names],
            Constants = [],
            CellValues = [],
            StepConstants = [],
            StepValues = [],
            Sites = [],
            Update = new StraightLine([.. lets], [new Definition("result", roots[0])], []),
            Phases = PhasePlan.Of(lets, roots, []),
        };
        var code = LoopEmitter.Emit(program, Lanes.Of(precision, width), "expression");
        var size = precision == Precision.Single ? sizeof(float) : sizeof(double);
        var arrays = new byte[4][];
        var addresses = stackalloc nint[4];
        for (var a = 0; a < arrays.Length; a++)
        {
            arrays[a] = GC.AllocateArray<byte>(count * size, pinned: true);
            addresses[a] = (nint)Marshal.UnsafeAddrOfPinnedArrayElement(arrays[a], 0);
            if (a == 3)
                continue;
            for (var i = 0; i < count; i++)
            {
                if (precision == Precision.Single)
                    MemoryMarshal.Cast<byte, float>(arrays[a].AsSpan())[i] = (float)inputs[a][i];
                else
                    MemoryMarshal.Cast<byte, double>(arrays[a].AsSpan())[i] = inputs[a][i];
            }
        }

        var scratch = new CellMemory(precision, Math.Max(1, program.Slots) * StepFrame.ChunkCells);
        var frame = new StepFrame
        {
            Streams = (nint)addresses,
            Outputs = (nint)(addresses + 3),
            Scratch = scratch.Address,
            EndCell = count,
            Cells = count,
        };
        code((nint)(&frame));

        // Only addresses of these are seen above: they must outlive the call, which may compile for long.
        GC.KeepAlive(scratch);
        GC.KeepAlive(arrays);
        return precision == Precision.Single
            ? Array.ConvertAll(MemoryMarshal.Cast<byte, float>(arrays[3]).ToArray(), v => (double)v)
            : MemoryMarshal.Cast<byte, double>(arrays[3]).ToArray();
    }
}
