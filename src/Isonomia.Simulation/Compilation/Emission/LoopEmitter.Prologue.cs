using System.Reflection.Emit;
using Isonomia.Simulation.Compilation.Kernels;
using Isonomia.Simulation.Compilation.Lowering;

namespace Isonomia.Simulation.Compilation.Emission;

internal sealed partial class LoopEmitter
{
    // Addresses, constants and the values of the step, which all cells share.
    private void Prologue()
    {
        var constants = FieldLocal(nameof(StepFrame.Constants));
        for (var i = 0; i < program.Constants.Length; i++)
        {
            var offset = i * lanes.ElementBytes;
            shared[program.Constants[i].Name] = new Place(() =>
            {
                Address(constants, offset);
                lanes.LoadElement(il);
                lanes.Broadcast(il);
            });
        }

        for (var i = 0; i < program.Streams.Length; i++)
        {
            var stream = il.DeclareLocal(typeof(nint));
            Pointer(nameof(StepFrame.Streams), i);
            il.Emit(OpCodes.Stloc, stream);
            shared[program.Streams[i]] = new Place(() =>
            {
                ArrayAddress(stream, cell);
                lanes.Load(il);
            });
        }

        Arrivals();
        StepValues();
    }

    private void Arrivals()
    {
        for (var i = 0; i < program.Arrivals.Length; i++)
        {
            var name = program.Arrivals[i];
            var array = il.DeclareLocal(typeof(nint));
            Pointer(nameof(StepFrame.Arrivals), i);
            il.Emit(OpCodes.Stloc, array);
            arrivals[name] = () => ArrayAddress(array, cell, sizeof(int));
            shared[name] = new Place(() =>
            {
                arrivals[name]();
                lanes.LoadCounts(il);
            });
        }
    }

    private void StepValues()
    {
        if (program.StepValues.IsEmpty)
            return;
        var scalar = Lanes.Of(Precision.Double, LaneWidth.Scalar);
        var constants = FieldLocal(nameof(StepFrame.StepConstants));
        var places = new Dictionary<string, Place>
        {
            ["t"] = new(() => Field(nameof(StepFrame.Time))),
            [CellNames.StepNumber] = new(() =>
            {
                Field(nameof(StepFrame.Step));
                il.Emit(OpCodes.Conv_R8);
            }),
        };
        for (var i = 0; i < program.StepConstants.Length; i++)
        {
            var offset = i * sizeof(double);
            places[program.StepConstants[i].Name] = new Place(() =>
            {
                Address(constants, offset);
                scalar.LoadElement(il);
            });
        }

        var emitter = new ExpressionEmitter(il, scalar, places);
        SharedDraws(places, emitter);
        foreach (var (name, value) in program.StepValues)
        {
            var local = il.DeclareLocal(lanes.Element);
            emitter.Value(value);
            if (!lanes.IsDouble)
                il.Emit(OpCodes.Conv_R4);
            il.Emit(OpCodes.Stloc, local);
            shared[name] = new Place(() =>
            {
                il.Emit(OpCodes.Ldloc, local);
                lanes.Broadcast(il);
            });
        }
    }
}
