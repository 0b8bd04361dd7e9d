"""Products in int8 give what they gave in fp32, whatever stands beside a sentence."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import onnx
import onnxruntime
import pytest
from onnx import TensorProto, helper, numpy_helper

from training.quantise import DOMAIN, Range, _products, _replace, weights_of

WIDTH = 16
Floats = npt.NDArray[np.float32]


def network() -> onnx.ModelProto:
    """A product of the encoder with its bias, and one of a head."""
    rng = np.random.default_rng(1)
    constants = {
        "matrix": rng.normal(size=(WIDTH, WIDTH)),
        "bias": rng.normal(size=WIDTH),
        "head": rng.normal(size=(WIDTH, 3)),
    }
    nodes = [
        helper.make_node("MatMul", ["x", "matrix"], ["product"], name="/encoder/out/MatMul"),
        helper.make_node("Add", ["bias", "product"], ["sum"], name="/encoder/out/Add"),
        helper.make_node("MatMul", ["sum", "head"], ["scores"], name="/upos/MatMul"),
    ]
    graph = helper.make_graph(
        nodes,
        "reader",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["rows", WIDTH])],
        [helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["rows", 3])],
        [numpy_helper.from_array(value.astype(np.float32), name) for name, value in constants.items()],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)


def scores(model: onnx.ModelProto, rows: Floats) -> Floats:
    """What the network says of each row."""
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    return np.asarray(session.run(["scores"], {"x": rows})[0])


@pytest.fixture
def small() -> onnx.ModelProto:
    """The network with its encoder in int8."""
    model = network()
    (product,) = _products(model.graph)
    matrix = next(numpy_helper.to_array(one) for one in model.graph.initializer if one.name == "matrix")
    _replace(model.graph, product, matrix, Range(-4.0, 4.0))
    model.opset_import.append(helper.make_opsetid(DOMAIN, 1))
    return model


def test_int8_products_give_nearly_the_same(small: onnx.ModelProto) -> None:
    """Scores differ by little from those in fp32, with the bias taken into the product and the head left alone."""
    rows = np.random.default_rng(2).normal(size=(50, WIDTH)).astype(np.float32).clip(-4, 4)
    before, after = scores(network(), rows), scores(small, rows)
    assert np.abs(after - before).mean() < 0.03 * np.abs(before).mean()
    assert [node.op_type for node in small.graph.node] == ["QuantizeLinear", "MatMulIntegerToFloat", "MatMul"]


def test_a_row_does_not_depend_on_the_rows_beside_it(small: onnx.ModelProto) -> None:
    """A loud neighbour changes nothing: scales are fixed, not set for each batch."""
    rng = np.random.default_rng(3)
    rows = rng.normal(size=(4, WIDTH)).astype(np.float32)
    loud = (100 * rng.normal(size=(4, WIDTH))).astype(np.float32)
    assert np.array_equal(scores(small, rows), scores(small, np.concatenate([rows, loud]))[:4])


def test_zero_is_a_step_of_every_range() -> None:
    """Nothing stays nothing: the step that stands for zero gives zero back exactly."""
    assert Range(-0.2, 4.6).zero == 11
    assert Range(0.0, 5.1).zero == 0


def test_int8_products_come_back_as_the_numbers_that_they_stand_for():
    """Training goes on from shipped files: each weight is at most half a step of its column from what it was."""
    model = network()
    before = {one.name: numpy_helper.to_array(one) for one in model.graph.initializer}
    _replace(model.graph, _products(model.graph)[0], before["matrix"], Range(-4.0, 4.0))

    after = weights_of(model.graph)

    step = np.abs(before["matrix"]).max(axis=0) / 127
    assert (np.abs(after["matrix"] - before["matrix"]) <= step / 2 + 1e-6).all()
    assert np.array_equal(after["head"], before["head"])


def test_a_matrix_that_the_exporter_turned_comes_back_under_the_name_of_its_module():
    """Its columns are the outputs in the file, its rows in a checkpoint."""
    model = network()
    matrix = next(one for one in model.graph.initializer if one.name == "matrix")
    weight = numpy_helper.to_array(matrix)
    matrix.name = model.graph.node[0].input[1] = "onnx::MatMul_7"

    _replace(model.graph, _products(model.graph)[0], weight, Range(-4.0, 4.0))

    assert np.allclose(weights_of(model.graph)["encoder.out.weight"], weight.T, atol=np.abs(weight).max() / 127)
